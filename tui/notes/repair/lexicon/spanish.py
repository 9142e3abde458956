"""Spanish words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
de la que el en los las del por con para una uno un se no su sus al como lo más pero este esta
estos estas entre cuando sobre también hasta desde donde cada todo toda todos todas otro otra otros
otras sin fue ser es son ha han hay muy ya si nos le les parte nuevo nueva plan proyecto equipo
trabajo datos red uso sistema sistemas seguridad servicio servicios usuario usuarios personal
proceso procesos informe reporte área áreas dos tres cuatro cinco seis siete ocho nueve diez hacer
puede pueden debe deben hacia tras mientras caso casos mejor mayor gran porque quien fueron han
sido será ante bajo tiempo forma sino según día vez veces bien así tan antes año años gobierno
ciudad información gestión primera primero segundo tercer falta faltan hay queda quedan ver nuevos
nuevas general desarrollo así aquí allí ahí sí mí ti él tú té dé sé más aún aun sólo solo quién
quiénes qué cuál cuáles cómo cuándo cuánt|o|a|os|as dónde adónde porqué éste ésta ése ésa aquél
jamás quizá quizás demás además atrás detrás después través revés tras según ningún algún común
comúnmente todavía acá allá mamá papá ojalá asimismo ésta acción día días mediodía país países vía
vías guía guías tía tío tíos río ríos frío fría fríos lío líos vacío vacía vacíos envío envíos
desafío desafíos navío crío rocío judío sombrío tardío raíz raíces maíz país paraíso caída caídas
caído caídos leído leída oído oídos creído traído huída reír sonreír oír freír ahí baúl ataúd laúd
grúa dúo púa actúa actúan evalúa evalúan sitúa continúa continúan efectúa gradúa envía envían
enviaría guían confía confían varía varían amplía amplían hab|ía|ías|íamos|ían ten|ía|íamos|ían
pod|ía|íamos|ían hac|ía|íamos|ían dec|ía|ían ven|ía|ían sab|ía|íamos|ían deb|ía|íamos|ían
quer|ía|íamos|ían viv|ía|ían recib|ía|ían exist|ía|ían ser|ía|ían estar|ía|ían podr|ía|íamos|ían
deber|ía|íamos|ían tendr|ía|íamos|ían habr|ía|ían har|ía|ían dir|ía vendr|ía|ían querr|ía sabr|ía
gustar|ía|ían permitir|ía|ían necesitar|ía|ían ayudar|ía|ían parec|ía ver|ía|ían ir|ía|ían
dar|ía|ían faltar|ía quedar|ía pasar|ía requer|ía|irían part|ía seguir|ía|ían decid|ía|ían
permit|ía|ían serv|ía|ían ped|ía|ían correspond|ía cre|ía|ían le|ía tra|ía convendr|ía ser|á|án|é
estar|á|án|é podr|á|án|é deber|á|án tendr|á|án|é habr|á|án har|á|án|é dir|á|án dar|á|án ver|á|án
ir|á|án vendr|á|án saldr|á|án pondr|á|án quedar|á|án usar|á|án realizar|á|án permitir|á|án
incluir|á|án comenzar|á|án empezar|á|án terminar|á|án continuar|á|án enviar|á|án recibir|á|án
presentar|á|án evaluar|á|án definir|á|án revisar|á|án trabajar|á|án desarrollar|á|án
implementar|á|án integrar|á|án contar|á|án medir|á|án decidir|á|án evitar|á|án ayudar|á|án
necesitar|á|án buscar|á|án responder|á|án participar|á|án compartir|á|án utilizar|á|án aplicar|á|án
llegar|á|án seguir|á|án est|á|án|ás|é|én|ábamos daré haré iré está están estás estábamos
trabajábamos íbamos éramos veríamos hacíamos tendríamos deberíamos dábamos llevábamos estuviéramos
pudiéramos hiciéramos llegó empezó comenzó terminó quedó envió pidió habló pasó logró dejó tomó usó
creó abrió cerró definió revisó solicitó acordó aprobó validó detectó registró realizó desarrolló
implementó presentó propuso explicó analizó discutió identificó configuró actualizó generó diseñó
evaluó exploró mejoró elaboró estableció planteó recibió respondió decidió ocurrió existió faltó
señaló indicó agregó corrigió instaló probó documentó preparó completó finalizó mostró funcionó
participó contó midió estudié hablé pasé logré trabajé informaci|ón comunicaci|ón|ones
organizaci|ón|ones gesti|ón|ones sesi|ón|ones versi|ón|ones revisi|ón|ones decisi|ón|ones
misi|ón|ones visi|ón|ones regi|ón|ones acci|ón|ones funci|ón|ones operaci|ón|ones situaci|ón|ones
soluci|ón|ones educaci|ón evaluaci|ón|ones implementaci|ón capacitaci|ón|ones innovaci|ón|ones
planificaci|ón automatizaci|ón digitalizaci|ón integraci|ón|ones coordinaci|ón aplicaci|ón|ones
configuraci|ón|ones documentaci|ón instalaci|ón|ones migraci|ón|ones validaci|ón|ones
autenticaci|ón autorizaci|ón|ones investigaci|ón|ones administraci|ón|ones modernizaci|ón
transformaci|ón|ones transici|ón|ones dirección direcciones prevenci|ón|ones protecci|ón
inspecci|ón|ones atenci|ón|ones reuni|ón|ones opini|ón|ones conexi|ón|ones discusi|ón|ones
conclusi|ón|ones inversi|ón|ones extensi|ón|ones dimensi|ón|ones comisi|ón|ones posici|ón|ones
condici|ón|ones petici|ón|ones edici|ón|ones tradici|ón definici|ón|ones descripci|ón|ones
excepci|ón|ones opci|ón|ones secci|ón|ones colecci|ón|ones elecci|ón|ones producci|ón construcci|ón
reducci|ón traducci|ón|ones introducci|ón instrucci|ón|ones redacci|ón reacci|ón|ones
relaci|ón|ones poblaci|ón estaci|ón|ones ubicaci|ón|ones votaci|ón interrupci|ón|ones camión
camiones avión millón millones rincón corazón razón razones guión patrón patrones botón botones
renglón cajón ratón sillón escalón balcón limón jamón buzón tesorería tecnolog|ía|ías
metodolog|ía|ías ideolog|ía psicolog|ía sociolog|ía criminolog|ía topolog|ía biolog|ía
terminolog|ía antolog|ía categor|ía|ías auditor|ía|ías asesor|ía|ías consultor|ía|ías tutor|ía|ías
mayor|ía minor|ía polic|ía|ías ciudadan|ía energ|ía|ías econom|ía|ías garant|ía|ías teor|ía|ías
compañ|ía|ías ingenier|ía|ías arquitect|ura fiscal|ía|ías secretar|ía|ías tesorer|ía contadur|ía
geograf|ía fotograf|ía|ías cartograf|ía criptograf|ía bibliograf|ía filosof|ía jerarqu|ía|ías
cercan|ía|ías v|ía|ías bater|ía|ías mensajer|ía|ías librer|ía|ías averías avería guardería
cafetería cartelería telefonía sintonía autonomía armonía simetría geometría anomal|ía|ías
analog|ía|ías estrateg|ia|ias alcald|ía|ías comisar|ía|ías jefatura patrulla gobernaci|ón alegría
valentía mercadería ferretería panadería carpintería intendencia intendente minería ganadería
pesquería todavía María Lucía Sofía García Rocío Díaz Ríos Elías Matías Tobías Isaías Raúl
pol|ítica|íticas|ítico|íticos p|ública|úblicas|úblico|úblicos t|écnica|écnicas|écnico|écnicos
pr|áctica|ácticas|áctico|ácticos cr|ítica|íticas|ítico|íticos b|ásica|ásicas|ásico|ásicos
espec|ífica|íficas|ífico|íficos cient|ífica|íficas|ífico|íficos gr|áfica|áficas|áfico|áficos
inform|ática|ático|áticos log|ística|ísticas|ístico estad|ística|ísticas|ístico|ísticos
matem|ática|áticas|ático|áticos autom|ática|áticas|ático|áticos sistem|ática|ático|áticos
tem|ática|áticas|ático din|ámica|ámicas|ámico|ámicos econ|ómica|ómicas|ómico|ómicos
acad|émica|émicas|émico|émicos pol|émica|émico org|ánica|ánico|ánicos mec|ánica|ánicas|ánico
electr|ónica|ónicas|ónico|ónicos hist|órica|óricas|órico|óricos te|órica|óricas|órico|óricos
categ|órica|órico l|ógica|ógicas|ógico|ógicos tecnol|ógica|ógicas|ógico|ógicos
metodol|ógica|ógicas|ógico psicol|ógica|ógicas|ógico|ógicos biol|ógica|ógico
geogr|áfica|áficas|áfico|áficos demogr|áfica|áfico period|ística|ístico art|ística|ístico
caracter|ística|ísticas|ístico ling|üística|üístico estrat|égica|égicas|égico|égicos
energ|ética|ético biol|ogía jur|ídica|ídicas|ídico|ídicos f|ísica|ísicas|ísico|ísicos
qu|ímica|ímicas|ímico|ímicos m|édica|édicas|édico|édicos r|ápida|ápidas|ápido|ápidos|ápidamente
v|álida|álidas|álido|álidos s|ólida|ólido|ólidos r|ígida|ígido l|íquida|íquido
h|íbrida|íbridas|íbrido|íbridos pr|óxima|óximas|óximo|óximos|óximamente m|áxima|áximas|áximo|áximos
m|ínima|ínimas|ínimo|ínimos|ínimamente |última|últimas|último|últimos|últimamente
|única|únicas|único|únicos|únicamente an|ónima|ónimas|ónimo|ónimos leg|ítima|ítimo d|écima|écimo
|óptima|óptimas|óptimo|óptimos s|éptima|éptimo pr|ólogo di|álogo|álogos cat|álogo|álogos an|álisis
s|íntesis h|ipótesis cr|isis /énfasis t|esis par|álisis di|agnóstico|agnósticos pron|óstico|ósticos
l|ínea|íneas a|érea|éreo|éreos simult|ánea|áneo|áneos|áneamente temp|oráneo espont|áneo
instant|áneo subterr|áneo Mediterráneo t|ítulo|ítulos cap|ítulo|ítulos art|ículo|ículos
veh|ículo|ículos v|ínculo|ínculos curr|ículo c|álculo|álculos m|ódulo|ódulos c|ódigo|ódigos
m|étodo|étodos per|íodo|íodos |ámbito|ámbitos h|ábito|ábitos cr|édito|éditos m|érito d|ébito
dep|ósito|ósitos prop|ósito|ósitos tr|ámite|ámites l|ímite|ímites d|ígito|ígitos est|ímulo
|éxito|éxitos |índice|índices |ítem|ítems v|értice ap|éndice c|ódice /índole /ínfimo
|íntegro|íntegra|íntegramente /íntimo /íngreme |ícono|íconos /ídolo /ídem m|ícro |árbol|árboles
/área /ánimo |ángulo|ángulos |ágil|ágiles|ágilmente |álbum|álbumes |ácido|ácidos /árido /ático
/ápice /ágora /álgebra /árbitro /ávido /águila /África /América /Ámsterdam /árabe |época|épocas
/élite |ética|ético|éticos /étnico /épica /énfasis |órgano|órganos |óptica|óptico /órdenes /órbita
/óleo /óxido |útil|útiles|útilmente /úlcera /único /urgente dif|ícil|íciles|ícilmente
f|ácil|áciles|ácilmente m|óvil|óviles h|ábil|ábiles d|ébil|ébiles est|éril port|átil|átiles
vol|átil vers|átil|átiles t|áctil textil civil fr|ágil|ágiles inm|óvil n|úmero|úmeros
c|ámara|ámaras c|élula|élulas f|órmula|órmulas p|ágina|áginas m|áquina|áquinas l|ámina|áminas
n|ómina|óminas t|érmino|érminos m|ínimo ejemplo/s p|érdida|érdidas m|edida|edidas
b|úsqueda|úsquedas d|éficit l|ágrima v|íctima|íctimas m|úsica|úsicos p|ánico tr|áfico|áficos
tr|ánsito tr|ágico cl|ásico|ásica|ásicos p|ésimo ar|ábigo p|úblicamente espec|íficamente
autom|áticamente te|óricamente pr|ácticamente econ|ómicamente l|ógicamente t|écnicamente
b|ásicamente peri|ódico|ódica|ódicos|ódicamente met|ódico epis|ódico esp|orádico m|óvil d|iálogo
fen|ómeno|ómenos par|ámetro|ámetros di|ámetro per|ímetro|ímetros kil|ómetro|ómetros
cent|ímetro|ímetros mil|ímetro sem|áforo|áforos tel|éfono|éfonos mic|rófono|rófonos bol|ígrafo
p|árrafo|árrafos fot|ógrafo|ógrafos top|ógrafo ap|óstrofe est|ómago r|ótulo|ótulos cr|áneo
pel|ícula|ículas part|ícula|ículas matr|ícula|ículas cl|áusula|áusulas br|újula|újulas c|úpula
pol|ígono|ígonos hex|ágono s|íntoma|íntomas carn|é chal|é caf|é beb|é t|é sof|á men|ú|ús tab|ú
ingl|és inter|és franc|és portugu|és alem|án japon|és estr|és mes cort|és arn|és rev|és
ex|amen|ámenes im|agen|ágenes or|igen|ígenes marg|en m|árgenes j|oven|óvenes v|olumen|olúmenes
resum|en|úmenes cr|imen|ímenes orden cer|tamen may|o s|ábado|ábados mi|ércoles mar|tes juev|es
vier|nes lun|es oto|ño enero febr|ero sept|iembre a|ño|ños ni|ño|ña|ños|ñas se|ñor|ñora|ñores|ñoras
se|ñal|ñales|ñalar|ñaló|ñalado|ñalización|ñalética dise|ño|ños|ñar|ñador|ñadores|ñado|ñada
espa|ñol|ñola|ñoles|ñolas Espa|ña peque|ño|ña|ños|ñas compa|ñero|ñera|ñeros|ñía ma|ñana|ñanas
monta|ña|ñas campa|ña|ñas contrase|ña|ñas ense|ñar|ñanza|ñó rese|ña|ñas da|ño|ños|ñado|ñada
tama|ño|ños ba|ño|ños sue|ño|ños due|ño|ña|ños pu|ño u|ña ca|ño le|ña ba|ñado extra|ño|ña|ños
enga|ño|ños|ñoso|ñosos acompa|ñar|ñamiento|ñado cumplea|ños bilingüe pingüino antigüedad vergüenza
lingüística averigüe cigüeña desagüe paragüero Núñez Muñoz Ibáñez Peña Cañete Begoña Íñigo Nuñez
Ordóñez Yáñez Patiño Zúñiga Treviño Mariño Martínez Rodríguez Sánchez Hernández López Pérez Gómez
Fernández González Ramírez Álvarez Jiménez Gutiérrez Vázquez Domínguez Benítez Velázquez Suárez
Giménez Ramón Martín Agustín Víctor Ángela Ángel Óscar Andrés José Jesús Inés Mónica Verónica
Bárbara Cristóbal Sebastián Julián Fabián Damián Adrián Tomás Nicolás Lucas Simón Joaquín Fermín
Benjamín Germán Hernán Iván Martí Belén Rubén César Héctor Félix Álvaro Ávila Ávalos Úrsula Débora
Míriam Noemí Ángeles Iñaki Maximiliano México Perú Panamá Bogotá Medellín Córdoba Málaga Cádiz
Tucumán Neuquén Río Ríos Paraná Jaén León Aragón Cataluña Galicia Murcia Asunción Concepción
Valparaíso Santafé Potosí Cancún Yucatán Michoacán Querétaro Juárez Guantánamo Haití Canadá Japón
Irán Pakistán Tailandia Turquía Grecia Hungría Bélgica Francia Alemania Italia Rumanía Rusia
Croacia Ucrania Polonia África Asia Oceanía Europa Latinoamérica latinoamerican|o|a|os Iberoamérica
Atlántico Pacífico Índico Índice Índices Área Áreas Último Última Últimos Últimas Único Única Útil
Útiles Éxito Éxitos Época Ítem Ítems Órgano Órganos Órdenes Ámbito Ámbitos Árbol Ánimo Ángulo Ágil
Ágiles Índole Íntegro Ésta Éste Ése Él Óptimo Óptima Ética Íconos Ícono Énfasis Álbum África Áreas
Íbamos Íntimo Únicamente Últimamente Ávila Águila Élite Óleo Úsese Úsalo Único Ídem Éstos Éstas
Íberos Íntegramente Ópera Órbita Árbitro ol|ímpico|ímpica ac|ústica|ústico pl|ástico|ásticos
dom|éstica|éstico|ésticos rob|ótica|ótico cibern|ética|ético gen|ética|ético magn|ético
aut|éntica|éntico id|éntica|éntico|énticos|énticas gen|érica|érico|éricos num|érica|érico|éricos
hist|óricamente pedag|ógica|ógico pacif|ico democr|ática|ático burocr|ática|ático
diplom|ática|ático problem|ática|áticas|ático dram|ático pragm|ático progr|amática|amático
trim|estral hidr|áulica|áulico fatal s|átira t|áctica|ácticas|áctico did|áctica|áctico|ácticos
sint|áctico galáctica fant|ástica|ástico el|ástica|ástico dr|ástica|ástico l|úcido tr|ípode
par|adigma c|áncer l|íder|íderes cr|áter p|óster est|ándar|ándares h|ámster c|aracteres car|ácter
reg|ímenes r|égimen m|áster d|ólar|ólares az|úcar n|éctar cad|áver lun|ático cat|ástrofe|ástrofes
cat|egoría p|óliza|ólizas d|écada|écadas c|ápsula b|óveda m|édula m|ármol f|ósil d|ócil gr|ácil
proy|éctil rept|il consum|ió m|óviles c|ónsul pe|ón fre|nético b|úfer t|únel|úneles n|ivel|iveles
pap|el c|ártel|árteles m|etro ant|ídoto an|écdota|écdotas s|ótano|ótanos ó|rgano huérfano
oc|éano|éanos cot|idiano urb|ano v|ándalo esc|ándalo s|ándalo est|ático|ática enf|ático|ática
simp|ático|ática acu|ático selv|ático t|óxico|óxica l|éxico m|exicano h|éroe|éroes aér|eo n|áutica
aeron|áutica terap|éutico h|uésped ces|ped int|érprete|érpretes h|élice tr|ébol cumpl|ió recib|í
viv|í escrib|í escrib|ió sub|ió permit|ió inclu|yó constru|yó distribu|yó conclu|yó le|yó ca|yó
o|yó hu|yó contribu|yó disminu|yó atribu|yó sustitu|yó dígame dígale envíe envíen guíe amplíe varíe
confíe háganos hágalo póngase téngase véase úsese déjelo dárselo hacérselo enviárselo explicárselo
solicitándolo haciéndolo utilizándose realizándose
"""
