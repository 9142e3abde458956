"""Portuguese words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
de que o os do da dos das em no na nos nas um uma para com por mais como mas foi ao ele ela seu sua
ou quando muito eu este esta isso entre sobre sem ser tem pela pelo pelas pelos ainda novo nova
quem onde cada toda todo todos todas dados sistema rede equipe projeto trabalho plano prazo não
são estão está então vão dão mão mãos pão pães cão cães grão grãos chão verão avião aviões
irmão irmã irmãos maçã manhã amanhã lã fã fãs alemã alemães capitão capitães mãe mães serão
terão poderão deverão haverá farão irão estarão ficarão função funções ação ações nação nações
relação relações situação situações solução soluções informação informações formação formações
avaliação avaliações
integração integrações instalação instalações configuração configurações atenção implementação
implementações implantação
educação comunicação comunicações organização organizações operação operações opção opções seção
seções proteção
direção direções correção correções construção produção descrição redação condição condições posição
posições
definição definições validação autorização autorizações aplicação aplicações autenticação
capacitação manutenção
prevenção inovação preparação apresentação apresentações documentação coordenação população
legislação licitação licitações contratação recomendação recomendações gestão gestões reunião
reuniões decisão decisões
versão versões sessão sessões região regiões opinião opiniões união visão visões missão missões
revisão revisões
permissão permissões pressão discussão discussões conclusão conclusões conexão conexões razão razões
questão questões
padrão padrões botão botões cartão cartões milhão milhões ocasião ocasiões portão coração leão limão
vagão
patrão galão à às já até só é você vocês nós vós pôr pôde avô avó três mês meses inglês português
francês através também além porém alguém ninguém após atrás aliás lá cá dá há será estará terá fará
poderá deverá ficará irá virá dirá estás pára dói constrói herói heróis papéis hotéis
níveis saída saídas saúde viúva raízes país países juíz juízes índice índices início ideia ideias
europeia possível possíveis disponível disponíveis nível visível visíveis responsável responsáveis
provável
ágil confiável estável estáveis variável variáveis amigável sustentável fácil fáceis difícil
difíceis
útil úteis móvel móveis imóvel automóvel mável água águas árvore área áreas ânimo âmbito ângulo
âncora êxito ênfase êxodo ético ética órgão órgãos ótimo ótima óleo ônibus ônus ópera óbvio óculos
último última últimos únicos único única época Índia África Ásia América Espírito Água Área Áreas
Última Último Único Ética Órgão Órgãos Índice Índices Ítem Ônibus Ótimo Óbvio Época Êxito Ênfase
Âmbito À Às É Início Até Há ciência ciências experiência experiências referência referências
frequência frequências
agência agências emergência emergências ocorrência ocorrências competência competências
transparência
eficiência inteligência tendência tendências exigência exigências permanência audiência audiências
conferência conferências pendência pendências violência distância distâncias importância instância
instâncias
circunstância circunstâncias substância vigilância câmera câmeras câmara câmaras lâmpada câmbio
orçamento orçamentos orçamentária
força forças começo começar começou serviço serviços criança crianças segurança mudança mudanças
liderança lideranças
confiança cobrança diferença diferenças licença licenças presença preço preços endereço endereços
espaço espaços
esforço esforços avanço avanços avançar faça fazê-lo peça peças calça praça praças cabeça cabeças
terça março
laço braço almoço alcançar alcançou lançar lançou lançamento João Antônio Conceição São Luís José
Cláudio Mário
Flávio Patrícia Letícia Fábio Sérgio Márcio Lúcia Júlia Helena Inês Luísa André Fátima Tomé
Brasília Goiás Goiânia Paraná Ceará Amapá Maranhão Rondônia Florianópolis Belém Curitiba Vitória
Niterói Santarém Maceió Cuiabá Itália Japão Alemanha município municípios relatório relatórios
necessário necessária necessários usuário usuários horário horários calendário calendários
secretário secretária
formulário formulários funcionário funcionários primário secundário prioritário cenário cenários
comentário comentários voluntário salário diário diária obrigatório obrigatória território
territórios
escritório escritórios laboratório próprio própria próprios próximo próxima próximos prédio
exercício exercícios
benefício benefícios edifício ofício ofícios princípio princípios compromisso
técnico técnica técnicos técnicas política políticas político pública público públicos públicas
básico básica crítico crítica críticos prático prática específico específica específicos gráfico
gráficos
informática logística estatística estatísticas análise análises código códigos módulo módulos
método métodos período períodos vídeo vídeos rádio rádios série séries média médio médios memória
história histórico categoria pátio estágio estágios negócio negócios colégio privilégio privilégios
telefône telefônico eletrônico eletrônica econômico econômica acadêmico autônomo sinônimo página
páginas
máquina máquinas número números dúvida dúvidas rápido rápida válido válida máximo máxima
mínimo mínima mínimos título títulos capítulo veículo veículos cálculo artigo protótipo protótipos
protocolo
café pé fé maré
"""
