"""Portuguese words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
de que o os do da dos das em no na nos nas um uma para com por mais como mas foi ao ele ela seu sua
ou quando muito nos eu este esta isso entre sobre sem ser tem pela pelo pelas pelos ainda novo nova
quem onde cada toda todo todos todas dados sistema rede equipe projeto trabalho plano prazo n|ão
s|ão est|ão est|á ent|ão v|ão d|ão m|ão|ãos p|ão|ães c|ão|ães grão grãos chão verão avião aviões
irmão irmã irmãos maçã manhã amanhã lã fã fãs alemã alemães capitão capitães mãe mães pães ser|ão
ter|ão poder|ão dever|ão haver|á far|ão ir|ão estar|ão ficar|ão fun|ção|ções a|ção|ções na|ção|ções
rela|ção|ções situa|ção|ções solu|ção|ções informa|ção|ções forma|ção|ções avalia|ção|ções
integra|ção|ções instala|ção|ções configura|ção|ções aten|ção implementa|ção|ções implanta|ção
educa|ção comunica|ção|ções organiza|ção|ções opera|ção|ções op|ção|ções se|ção|ções prote|ção
dire|ção|ções corre|ção|ções constru|ção produ|ção descri|ção reda|ção condi|ção|ções posi|ção|ções
defini|ção|ções valida|ção autoriza|ção|ções aplica|ção|ções autentica|ção capacita|ção manuten|ção
preven|ção inova|ção prepara|ção apresenta|ção|ções documenta|ção coordena|ção popula|ção
legisla|ção licita|ção|ções contrata|ção recomenda|ção|ções gest|ão|ões reuni|ão|ões decis|ão|ões
vers|ão|ões sess|ão|ões regi|ão|ões opini|ão|ões uni|ão vis|ão|ões miss|ão|ões revis|ão|ões
permiss|ão|ões press|ão discuss|ão|ões conclus|ão|ões conex|ão|ões raz|ão|ões quest|ão|ões
padr|ão|ões bot|ão|ões cart|ão|ões milh|ão|ões ocasi|ão|ões port|ão cora|ção le|ão lim|ão vag|ão
patr|ão gal|ão à às já até só é você vocês nós vós pôr pôde avô avó três mês meses inglês português
francês através também além porém alguém ninguém após atrás aliás lá cá dá há será estará terá fará
poderá deverá haverá ficará irá virá dirá está estás pára dói constrói herói heróis papéis hotéis
níveis sa|ída|ídas sa|úde vi|úva ra|ízes pa|ís|íses ju|íz|ízes |índice|índices in|ício ideia/s
europeia poss|ível|íveis dispon|ível|íveis n|ível|íveis vis|ível|íveis respons|ável|áveis prov|ável
ág|il confi|ável est|ável|áveis vari|ável|áveis amig|ável sustent|ável f|ácil|áceis dif|ícil|íceis
|útil|úteis m|óvel|óveis im|óvel automóvel m|ável água águas árvore área áreas ânimo âmbito ângulo
âncora êxito ênfase êxodo ético ética órgão órgãos ótimo ótima óleo ônibus ônus ópera óbvio óculos
último última últimos únicos único única época é Índia África Ásia América Espírito Água Área Áreas
Última Último Único Ética Órgão Órgãos Índice Índices Ítem Ônibus Ótimo Óbvio Época Êxito Ênfase
Âmbito À Às É Início Até Há ciência/s experi|ência|ências refer|ência|ências frequ|ência|ências
ag|ência|ências emerg|ência|ências ocorr|ência|ências compet|ência|ências transpar|ência
efici|ência intelig|ência tend|ência|ências exig|ência|ências perman|ência aud|iência|iências
confer|ência|ências pend|ência|ências viol|ência dist|ância|âncias import|ância inst|ância|âncias
circunst|ância|âncias subst|ância vigil|ância câmera/s câmara/s lâmpada câmbio orçament|o|os|ária
força forças começ|o|ar|ou serviç|o|os crian|ça|ças seguran|ça mudan|ça|ças lideran|ça|ças
confian|ça cobran|ça diferen|ça|ças licen|ça|ças presen|ça preço preços endereç|o|os espaç|o|os
esforç|o|os avanç|o|os|ar faça fazê-lo peç|a|as cal|ça pra|ça|ças cabe|ça|ças terça março praç|a
laço braço almoço alcanç|ar|ou lanç|ar|ou|amento João Antônio Conceição São Luís José Cláudio Mário
Flávio Patrícia Letícia Fábio Sérgio Márcio Lúcia Júlia Helena Inês Luísa André Fátima Tomé
Brasília Goiás Goiânia Paraná Ceará Amapá Maranhão Rondônia Florianópolis Belém Curitiba Vitória
Niterói Santarém Maceió Cuiabá Itália Japão Alemanha munic|ípio|ípios relat|ório|órios
necess|ário|ária|ários usu|ário|ários hor|ário|ários calend|ário|ários secret|ário|ária
formul|ário|ários funcion|ário|ários prim|ário secund|ário priorit|ário cen|ário|ários
coment|ário|ários volunt|ário sal|ário di|ário|ária obrigat|ório|ória territ|ório|órios
escrit|ório|órios laborat|ório pr|óprio|ópria|óprios pr|óximo|óxima|óximos pr|édio exerc|ício|ícios
benef|ício|ícios serv|iço edif|ício of|ício|ícios princ|ípio|ípios compromisso
t|écnico|écnica|écnicos|écnicas pol|ítica|íticas|ítico p|ública|úblico|úblicos|úblicas
b|ásico|ásica cr|ítico|ítica|íticos pr|ático|ática espec|ífico|ífica|íficos gr|áfico|áficos
inform|ática log|ística estat|ística|ísticas an|álise|álises c|ódigo|ódigos m|ódulo|ódulos
m|étodo|étodos per|íodo|íodos v|ídeo|ídeos r|ádio|ádios s|érie|éries m|édia|édio|édios mem|ória
hist|ória|órico categ|oria p|átio est|ágio|ágios neg|ócio|ócios col|égio privil|égio|égios
telef|ône|ônico eletr|ônico|ônica econ|ômico|ômica ac|adêmico aut|ônomo sin|ônimo p|ágina|áginas
m|áquina|áquinas n|úmero|úmeros d|úvida|úvidas r|ápido|ápida v|álido|álida m|áximo|áxima
m|ínimo|ínima mínimos títul|o|os capítulo veículo/s cálculo artigo prot|ótipo|ótipos protoc|olo
caf|é p|é f|é at|é maré
"""
