"""French words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
de la le les des et en un une du est pour que qui dans sur par au aux avec ce cette ces son sa ses
pas plus ne se il elle nous vous ils elles on ou mais comme tout tous toute leur leurs entre sans
sont ont fait faire nouveau nouvelle projet équipe travail données système réseau service où là
déjà voilà çà deçà delà au-delà été même mêmes être êtes fût eût dût crû mûr sûr sûre sûrement très
près après dès auprès exprès procès succès accès progrès excès décès abcès congrès élève élèves
élevé élevée école écoles équipes étape étapes étude études étudier étudiant étudiants état états
était étaient étant étage étages église éléments élément élection électrique électronique
électricité élaborer élaboré élaboration éviter évité évaluer évalué évaluation évaluations
événement événements évolution évoluer éventuel éventuellement évidemment évident équilibre
équipement équipements équivalent établir établi établie établissement établissements étendre
étendu étendue étrange étranger étrangers éducation énergie énorme époque épreuve épuisé écart
écarts échange échanges échec échéance échéances échelle éclair économie économique écran écrans
écrire écrit écrite édition éditeur égal égale également égard émettre émission émis
éliminer éliminé épaisseur État États École Écoles Équipe Équipes Étape Étapes Étude Études Évaluer
Évaluation Éviter Établir Élaborer Élargir Écrire Économie Éducation Électricité Élève Élèves
Événement Étant Était Échanges Également Éléments Énergie Époque Été Être Êtes À Ça Çà Où Île Ô Âge
Âme Œuvre Œuvres Ôter ça français française façon façons reçu reçue reçus reçoit leçon leçons
garçon garçons façade façades déçu aperçu conçu conçue soupçon commençant plaçant avançant
prononçant remplaçant remplaçante systèmes problème problèmes modèle modèles règle règles règlement
règlements mère père frère
frères première premières dernière dernières manière manières matière matières lumière lumières
rivière carrière carrières entière
particulière particulières régulière régulièrement derrière bibliothèque bibliothèques collègue
collègues siège sièges piège pièges privilège privilèges
thème thèmes schéma schémas crème chèque complète complètement concrète concrètement secrète
discrète inquiète fidèle
parallèle parallèles clientèle tutelle pièce pièces espèce espèces nièce fièvre lèvre chèvre orfèvre
célèbre ténèbres
zèbre siècle siècles cinquième deuxième deuxièmes troisième troisièmes quatrième sixième dixième
centième énième mètre mètres
kilomètre kilomètres paramètre paramètres périmètre fenêtre fenêtres réseaux réunion réunions réunir
réuni réussi réussir réussite réel réelle réels
réellement réalité réaliser réalisé réalisée réalisation réalisations réponse réponses répondre
répondu réparer réparation réparations
répartir répartition répéter répété répétition représenter représenté représentant représentants
république
réserve réserver réservé réservation réservations résoudre résolu résolution résultat résultats
résumé résumés résumer retraité
révision révisions réviser révisé révolution récent récente récents récemment récupérer récupération
réduire réduit réduite
réduction réductions référence références réfléchir réflexion réflexions réforme région régions
régional régionale régionalaux régime régimes règne
réglage réglages régler réglé rédiger rédigé rédaction réception sécurité sécurités qualité qualités
quantité quantités
activité activités société sociétés université universités autorité autorités responsabilité
responsabilités priorité priorités possibilité possibilités difficulté difficultés
capacité capacités communauté communautés propriété propriétés variété variétés identité identités
égalité disponibilité disponibilités fiabilité
visibilité mobilité facilité facilités réalités unité unités comité comités côté côtés étés santé
liberté vérité
majorité minorité totalité publicité efficacité complexité compatibilité théorie théories
stratégie stratégies stratégique stratégiques énergies catégorie catégories mémoire méthode méthodes
méthodologie général générale générals généraux
généralement développement développements développer développé développée développés développeur
développeurs préparer préparé préparée préparation
préfet préfecture présent présente présents présenter présenté présentée présentation présentations
présence président présidente
préserver prévenir prévention prévoir prévu prévue prévus prévision prévisions précis précise
préciss préciser précisé précision précisions
précédent précédente précédents précédemment préférer préféré préférence préférences vérifier
vérifié vérifiée vérifiés vérification vérifications
véhicule véhicules véritable véritablement créer créé créée créés création créations créateur
créatif créneau créneaux débat débats
début débuts débuter débuté débit décembre décider décidé décision décisions déclarer déclaré
déclaration déclarations
décrire décrit décrite découvrir découvert défaut défauts défendre défense défi défis définir défini
définie définis
définition définitions définitif définitive délai délais délégué délégués délégation demandé
demandée demandés démarche démarches
démarrer démarré démarrage démonstration démonstrations dénoncer départ départs département
départements dépasser dépassé dépassée
dépendre dépendance dépendances dépense dépenses déplacer déplacé déplacement déplacements déployer
déployé déployée déploiement déploiements
déposer déposé dépôt dépôts déroulé dérouler désigné désignée désormais détail détails détaillé
détaillée détecter détecté détectée
détection déterminer déterminé détruire détruit dossier désaccord médecin médecins médical médicale
média médias
ménage mérite météo métier métiers mécanique mécanisme mécanismes mémo numéro numéros numérique
numériques
numérisation opération opérations opérationnel opérationnelle opérationnels opérateur opérateurs
intégrer intégré intégrée intégrés intégration intégrations intérêt intérêts
intéresser intéressé intéressée intéressés intéressant intéressante intérieur intérieure sérieux
série séries sélection sélections sélectionner
sélectionné séance séances séparer séparé séparée séparés séjour période périodes périodique périmé
périmés périphérie
pénal pénale pénurie téléphone téléphones téléphonique technologie témoin témoins témoignage
télétravail légal légale légals
légaux législation léger légère légèrement spécial spéciale spécialiste spécialistes spécialisé
spécialisée spécifique spécifiques
spécification spécifications procédure procédures procéder procédé procès-verbal idée idées journée
journées année années arrivée arrivées
entrée entrées durée durées soirée matinée armée musée musées lycée lycées donnée employé employée
employés chargé chargée chargés blessé blessée blessés
invité invités nommé nommée passé passée passés pensé pensée posé posée posés proposé proposée
proposés publié publiée publiés rappelé rappelée rappelés réalisés
terminé terminée terminés testé testée testés trouvé trouvée trouvés utilisé utilisée utilisés
validé validée validés voté votée adapté adaptée adaptés ajouté ajoutée ajoutés analysé analysée
analysés
appelé appelée appelés approuvé approuvée approuvés arrêté arrêtée arrêtés arrêter assuré assurée
assurés lié liée liés basé basée basés bloqué bloquée bloqués clé clés
concerné concernée concernés configuré configurée configurés connecté connectée connectés confirmé
confirmée confirmés installé installée installés limité limitée limités organisé organisée organisés
partagé partagée partagés envoyé envoyée envoyés migré migrée migrés retardé retardée retardés
accordé accordée accordés abîmé abîmée abîmés tâche tâches château châteaux hôtel hôtels
hôpital hôpitaux hôte hôtes côte coût coûts coûte coûter coûteux août goût dégoût île îles maître
maîtres maîtrise maîtriser
maîtrisé connaître reconnaître apparaître paraître disparaître naître naïf naïve maïs haïr Noël
noël coïncidence ambiguë œuvre œuvres cœur cœurs sœur sœurs œil bœuf œuf œufs vœu vœux nœud nœuds
mœurs manœuvre manœuvres
dîner bientôt plutôt tôt aussitôt contrôle contrôles contrôler contrôlé rôle rôles impôt impôts
trône drôle
pôle pôles fête fêtes tête têtes forêt forêts prêt prête prêts prêter arrêt arrêts enquête enquêtes
enquêter requête requêtes conquête tempête
bête crête extrême extrêmement suprême grêle grève pêche rêve rêver âge âges âgé âgée âgés âme âmes
bâtiment bâtiments
bâtir câble câbles câblage pâte dégât dégâts gâteau grâce relâche théâtre théâtres tâcher hâte fâché
blâme crâne
brûler brûlé mûrir sûreté piqûre voûte croûte jeûne hôtesse nôtre vôtre clôture clôturer symptôme
symptômes
diplôme diplômes fantôme icône icônes zone Genève Orléans Besançon Liège Suède Grèce Norvège Algérie
Sénégal
Guinée Québec Montréal Méditerranée François Françoise André Benoît Jérôme Frédéric Éric Étienne
Hélène Thérèse Stéphane Sébastien Cécile Véronique Gaël Joël Raphaël Michaël Chloé Zoé René Renée
Élise Élodie Aurélie Mélanie Amélie Léa Théo
"""
