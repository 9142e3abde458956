"""Spanish words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
de la que el en los las del por con para una uno un se no su sus al como lo más pero este esta
estos estas entre cuando sobre también hasta desde donde cada todo toda todos todas otro otra otros
otras sin fue ser es son ha han hay muy ya si nos le les parte nuevo nueva plan proyecto equipo
trabajo datos red uso sistema sistemas seguridad servicio servicios usuario usuarios personal
proceso procesos informe reporte área áreas dos tres cuatro cinco seis siete ocho nueve diez hacer
puede pueden debe deben hacia tras mientras caso casos mejor mayor gran porque quien fueron
sido será ante bajo tiempo forma sino según día vez veces bien así tan antes año años gobierno
ciudad información gestión primera primero segundo tercer falta faltan queda quedan ver nuevos
nuevas general desarrollo aquí allí ahí sí mí ti él tú té dé sé aún aun sólo solo quién
quiénes qué cuál cuáles cómo cuándo cuánto cuánta cuántos cuántas dónde adónde porqué éste ésta ése
ésa aquél
jamás quizá quizás demás además atrás detrás después través revés ningún algún común
comúnmente todavía acá allá mamá papá ojalá asimismo acción días mediodía país países vía
vías guía guías tía tío tíos río ríos frío fría fríos lío líos vacío vacía vacíos envío envíos
desafío desafíos navío crío rocío judío sombrío tardío raíz raíces maíz paraíso caída caídas
caído caídos leído leída oído oídos creído traído huída reír sonreír oír freír baúl ataúd laúd
grúa dúo púa actúa actúan evalúa evalúan sitúa continúa continúan efectúa gradúa envía envían
enviaría guían confía confían varía varían amplía amplían había habías habíamos habían tenía
teníamos tenían
podía podíamos podían hacía hacíamos hacían decía decían venía venían sabía sabíamos sabían debía
debíamos debían
quería queríamos querían vivía vivían recibía recibían existía existían sería serían estaría
estarían podría podríamos podrían
debería deberíamos deberían tendría tendríamos tendrían habría habrían haría harían diría vendría
vendrían querría sabría
gustaría gustarían permitiría permitirían necesitaría necesitarían ayudaría ayudarían parecía vería
verían iría irían
daría darían faltaría quedaría pasaría requería requerirían partía seguiría seguirían decidía
decidían
permitía permitían servía servían pedía pedían correspondía creía creían leía traía convendría serán
seré
estará estarán estaré podrá podrán podré deberá deberán tendrá tendrán tendré habrá habrán hará
harán haré dirá dirán dará darán verá verán
irá irán vendrá vendrán saldrá saldrán pondrá pondrán quedará quedarán usará usarán realizará
realizarán permitirá permitirán
incluirá incluirán comenzará comenzarán empezará empezarán terminará terminarán continuará
continuarán enviará enviarán recibirá recibirán
presentará presentarán evaluará evaluarán definirá definirán revisará revisarán trabajará trabajarán
desarrollará desarrollarán
implementará implementarán integrará integrarán contará contarán medirá medirán decidirá decidirán
evitará evitarán ayudará ayudarán
necesitará necesitarán buscará buscarán responderá responderán participará participarán compartirá
compartirán utilizará utilizarán aplicará aplicarán
llegará llegarán seguirá seguirán está están estás esté estén estábamos daré iré
trabajábamos íbamos éramos veríamos dábamos llevábamos estuviéramos
pudiéramos hiciéramos llegó empezó comenzó terminó quedó envió pidió habló pasó logró dejó tomó usó
creó abrió cerró definió revisó solicitó acordó aprobó validó detectó registró realizó desarrolló
implementó presentó propuso explicó analizó discutió identificó configuró actualizó generó diseñó
evaluó exploró mejoró elaboró estableció planteó recibió respondió decidió ocurrió existió faltó
señaló indicó agregó corrigió instaló probó documentó preparó completó finalizó mostró funcionó
participó contó midió estudié hablé pasé logré trabajé comunicación comunicaciones
organización organizaciones gestiones sesión sesiones versión versiones revisión revisiones decisión
decisiones
misión misiones visión visiones región regiones acciones función funciones operación operaciones
situación situaciones
solución soluciones educación evaluación evaluaciones implementación capacitación capacitaciones
innovación innovaciones
planificación automatización digitalización integración integraciones coordinación aplicación
aplicaciones
configuración configuraciones documentación instalación instalaciones migración migraciones
validación validaciones
autenticación autorización autorizaciones investigación investigaciones administración
administraciones modernización
transformación transformaciones transición transiciones dirección direcciones prevención
prevenciones protección
inspección inspecciones atención atenciones reunión reuniones opinión opiniones conexión conexiones
discusión discusiones
conclusión conclusiones inversión inversiones extensión extensiones dimensión dimensiones comisión
comisiones posición posiciones
condición condiciones petición peticiones edición ediciones tradición definición definiciones
descripción descripciones
excepción excepciones opción opciones sección secciones colección colecciones elección elecciones
producción construcción
reducción traducción traducciones introducción instrucción instrucciones redacción reacción
reacciones
relación relaciones población estación estaciones ubicación ubicaciones votación interrupción
interrupciones camión
camiones avión millón millones rincón corazón razón razones guión patrón patrones botón botones
renglón cajón ratón sillón escalón balcón limón jamón buzón tesorería tecnología tecnologías
metodología metodologías ideología psicología sociología criminología topología biología
terminología antología categoría categorías auditoría auditorías asesoría asesorías consultoría
consultorías tutoría tutorías
mayoría minoría policía policías ciudadanía energía energías economía economías garantía garantías
teoría teorías
compañía compañías ingeniería ingenierías arquitectura fiscalía fiscalías secretaría secretarías
contaduría
geografía fotografía fotografías cartografía criptografía bibliografía filosofía jerarquía
jerarquías
cercanía cercanías batería baterías mensajería mensajerías librería librerías averías avería
guardería
cafetería cartelería telefonía sintonía autonomía armonía simetría geometría anomalía anomalías
analogía analogías estrategia estrategias alcaldía alcaldías comisaría comisarías jefatura patrulla
gobernación alegría
valentía mercadería ferretería panadería carpintería intendencia intendente minería ganadería
pesquería María Lucía Sofía García Rocío Díaz Ríos Elías Matías Tobías Isaías Raúl
política políticas político políticos pública públicas público públicos técnica técnicas técnico
técnicos
práctica prácticas práctico prácticos crítica críticas crítico críticos básica básicas básico
básicos
específica específicas específico específicos científica científicas científico científicos gráfica
gráficas gráfico gráficos
informática informático informáticos logística logísticas logístico estadística estadísticas
estadístico estadísticos
matemática matemáticas matemático matemáticos automática automáticas automático automáticos
sistemática sistemático sistemáticos
temática temáticas temático dinámica dinámicas dinámico dinámicos económica económicas económico
económicos
académica académicas académico académicos polémica polémico orgánica orgánico orgánicos mecánica
mecánicas mecánico
electrónica electrónicas electrónico electrónicos histórica históricas histórico históricos teórica
teóricas teórico teóricos
categórica categórico lógica lógicas lógico lógicos tecnológica tecnológicas tecnológico
tecnológicos
metodológica metodológicas metodológico psicológica psicológicas psicológico psicológicos biológica
biológico
geográfica geográficas geográfico geográficos demográfica demográfico periodística periodístico
artística artístico
característica características característico lingüística lingüístico estratégica estratégicas
estratégico estratégicos
energética energético jurídica jurídicas jurídico jurídicos física físicas físico físicos
química químicas químico químicos médica médicas médico médicos rápida rápidas rápido rápidos
rápidamente
válida válidas válido válidos sólida sólido sólidos rígida rígido líquida líquido
híbrida híbridas híbrido híbridos próxima próximas próximo próximos próximamente máxima máximas
máximo máximos
mínima mínimas mínimo mínimos mínimamente última últimas último últimos últimamente
única únicas único únicos únicamente anónima anónimas anónimo anónimos legítima legítimo décima
décimo
óptima óptimas óptimo óptimos séptima séptimo prólogo diálogo diálogos catálogo catálogos análisis
síntesis hipótesis crisis énfasis tesis parálisis diagnóstico diagnósticos pronóstico pronósticos
línea líneas aérea aéreo aéreos simultánea simultáneo simultáneos simultáneamente temporáneo
espontáneo
instantáneo subterráneo Mediterráneo título títulos capítulo capítulos artículo artículos
vehículo vehículos vínculo vínculos currículo cálculo cálculos módulo módulos código códigos
método métodos período períodos ámbito ámbitos hábito hábitos crédito créditos mérito débito
depósito depósitos propósito propósitos trámite trámites límite límites dígito dígitos estímulo
éxito éxitos índice índices ítem ítems vértice apéndice códice índole ínfimo
íntegro íntegra íntegramente íntimo íngreme ícono íconos ídolo ídem mícro árbol árboles
ánimo ángulo ángulos ágil ágiles ágilmente álbum álbumes ácido ácidos árido ático
ápice ágora álgebra árbitro ávido águila África América Ámsterdam árabe época épocas
élite ética ético éticos étnico épica órgano órganos óptica óptico órdenes órbita
óleo óxido útil útiles útilmente úlcera urgente difícil difíciles difícilmente
fácil fáciles fácilmente móvil móviles hábil hábiles débil débiles estéril portátil portátiles
volátil versátil versátiles táctil textil civil frágil frágiles inmóvil número números
cámara cámaras célula células fórmula fórmulas página páginas máquina máquinas lámina láminas
nómina nóminas término términos ejemplo ejemplos pérdida pérdidas medida medidas
búsqueda búsquedas déficit lágrima víctima víctimas música músicos pánico tráfico tráficos
tránsito trágico clásico clásica clásicos pésimo arábigo públicamente específicamente
automáticamente teóricamente prácticamente económicamente lógicamente técnicamente
básicamente periódico periódica periódicos periódicamente metódico episódico esporádico
fenómeno fenómenos parámetro parámetros diámetro perímetro perímetros kilómetro kilómetros
centímetro centímetros milímetro semáforo semáforos teléfono teléfonos micrófono micrófonos
bolígrafo
párrafo párrafos fotógrafo fotógrafos topógrafo apóstrofe estómago rótulo rótulos cráneo
película películas partícula partículas matrícula matrículas cláusula cláusulas brújula brújulas
cúpula
polígono polígonos hexágono síntoma síntomas carné chalé café bebé sofá menú menús tabú
inglés interés francés portugués alemán japonés estrés mes cortés arnés
examen exámenes imagen imágenes origen orígenes margen márgenes joven jóvenes volumen volúmenes
resumen resumúmenes crimen crímenes orden certamen mayo sábado sábados miércoles martes jueves
viernes lunes otoño enero febrero septiembre niño niña niños niñas señor señora señores señoras
señal señales señalar señalado señalización señalética diseño diseños diseñar diseñador diseñadores
diseñado diseñada
español española españoles españolas España pequeño pequeña pequeños pequeñas compañero compañera
compañeros mañana mañanas
montaña montañas campaña campañas contraseña contraseñas enseñar enseñanza enseñó reseña reseñas
daño daños dañado dañada
tamaño tamaños baño baños sueño sueños dueño dueña dueños puño uña caño leña bañado extraño extraña
extraños
engaño engaños engañoso engañosos acompañar acompañamiento acompañado cumpleaños bilingüe pingüino
antigüedad vergüenza
averigüe cigüeña desagüe paragüero Núñez Muñoz Ibáñez Peña Cañete Begoña Íñigo Nuñez
Ordóñez Yáñez Patiño Zúñiga Treviño Mariño Martínez Rodríguez Sánchez Hernández López Pérez Gómez
Fernández González Ramírez Álvarez Jiménez Gutiérrez Vázquez Domínguez Benítez Velázquez Suárez
Giménez Ramón Martín Agustín Víctor Ángela Ángel Óscar Andrés José Jesús Inés Mónica Verónica
Bárbara Cristóbal Sebastián Julián Fabián Damián Adrián Tomás Nicolás Lucas Simón Joaquín Fermín
Benjamín Germán Hernán Iván Martí Belén Rubén César Héctor Félix Álvaro Ávila Ávalos Úrsula Débora
Míriam Noemí Ángeles Iñaki Maximiliano México Perú Panamá Bogotá Medellín Córdoba Málaga Cádiz
Tucumán Neuquén Río Paraná Jaén León Aragón Cataluña Galicia Murcia Asunción Concepción
Valparaíso Santafé Potosí Cancún Yucatán Michoacán Querétaro Juárez Guantánamo Haití Canadá Japón
Irán Pakistán Tailandia Turquía Grecia Hungría Bélgica Francia Alemania Italia Rumanía Rusia
Croacia Ucrania Polonia Asia Oceanía Europa Latinoamérica latinoamericano latinoamericana
latinoamericanos Iberoamérica
Atlántico Pacífico Índico Índice Índices Área Áreas Último Última Últimos Últimas Único Única Útil
Útiles Éxito Éxitos Época Ítem Ítems Órgano Órganos Órdenes Ámbito Ámbitos Árbol Ánimo Ángulo Ágil
Ágiles Índole Íntegro Ésta Éste Ése Él Óptimo Óptima Ética Íconos Ícono Énfasis Álbum
Íbamos Íntimo Únicamente Últimamente Águila Élite Óleo Úsese Úsalo Ídem Éstos Éstas
Íberos Íntegramente Ópera Órbita Árbitro olímpico olímpica acústica acústico plástico plásticos
doméstica doméstico domésticos robótica robótico cibernética cibernético genética genético magnético
auténtica auténtico idéntica idéntico idénticos idénticas genérica genérico genéricos numérica
numérico numéricos
históricamente pedagógica pedagógico pacifico democrática democrático burocrática burocrático
diplomática diplomático problemática problemáticas problemático dramático pragmático programática
programático
trimestral hidráulica hidráulico fatal sátira táctica tácticas táctico didáctica didáctico
didácticos
sintáctico galáctica fantástica fantástico elástica elástico drástica drástico lúcido trípode
paradigma cáncer líder líderes cráter póster estándar estándares hámster caracteres carácter
regímenes régimen máster dólar dólares azúcar néctar cadáver lunático catástrofe catástrofes
póliza pólizas década décadas cápsula bóveda médula mármol fósil dócil grácil
proyéctil reptil consumió cónsul peón frenético búfer túnel túneles nivel niveles
papel cártel cárteles metro antídoto anécdota anécdotas sótano sótanos huérfano
océano océanos cotidiano urbano vándalo escándalo sándalo estático estática enfático enfática
simpático simpática acuático selvático tóxico tóxica léxico mexicano héroe héroes náutica
aeronáutica terapéutico huésped cesped intérprete intérpretes hélice trébol cumplió recibí
viví escribí escribió subió permitió incluyó construyó distribuyó concluyó leyó cayó
oyó huyó contribuyó disminuyó atribuyó sustituyó dígame dígale envíe envíen guíe amplíe varíe
confíe háganos hágalo póngase téngase véase úsese déjelo dárselo hacérselo enviárselo explicárselo
solicitándolo haciéndolo utilizándose realizándose
"""
