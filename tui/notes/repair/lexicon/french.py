"""French words, mostly such as hold letters above U+007F."""

from typing import Final

WORDS: Final = """
de la le les des et en un une du est pour que qui dans sur par au aux avec ce cette ces son sa ses
pas plus ne se il elle nous vous ils elles on ou mais comme tout tous toute leur leurs entre sans
sont ont fait faire nouveau nouvelle projet équipe travail données système réseau service où là
déjà voilà çà deçà delà au-delà été même mêmes être êtes fût eût dût crû mûr sûr sûre sûrement très
près après dès auprès exprès procès succès accès progrès excès décès abcès congrès élève élèves
élevé élevée école écoles équipe équipes étape étapes étude études étudier étudiant/s état états
était étaient étant étage étages église éléments élément élection électrique électronique
électricité élaborer élaboré élaboration éviter évité éviter évaluer évalué évaluation évaluations
événement événements évolution évoluer éventuel éventuellement évidemment évident équilibre
équipement équipements équivalent établir établi établie établissement établissements étendre
étendu étendue étrange étranger étrangers éducation énergie énorme époque épreuve épuisé écart
écarts échange échanges échec échéance échéances échelle éclair économie économique écran écrans
écrire écrit écrite édition éditeur égal égale également égard émettre émission émis étaient
éliminer éliminé épaisseur État États École Écoles Équipe Équipes Étape Étapes Étude Études Évaluer
Évaluation Éviter Établir Élaborer Élargir Écrire Économie Éducation Électricité Élève Élèves
Événement Étant Était Échanges Également Éléments Énergie Époque Été Être Êtes À Ça Çà Où Île Ô Âge
Âme Œuvre Œuvres Ôter ça français française façon façons reçu reçue reçus reçoit leçon leçons
garçon garçons façade façades déçu aperçu conçu conçue soupçon commençant plaçant avançant
prononçant remplaçant/e français système/s problème/s modèle/s règle/s règlement/s mère père frère
frères première premières dernière/s manière/s matière/s lumière/s rivière carrière/s entière
particulière/s régulière/ment derrière bibliothèque/s collègue/s siège/s piège/s privilège/s
thème/s schéma/s crème chèque complète/ment concrète/ment secrète discrète inquiète fidèle modèle
parallèle/s clientèle tutelle pièce/s espèce/s nièce fièvre lèvre chèvre orfèvre célèbre ténèbres
zèbre siècle/s cinquième deuxième/s troisième/s quatrième sixième dixième centième énième mètre/s
kilomètre/s paramètre/s périmètre fenêtre/s réseau/x réunion/s réunir réuni réussi/r/te réel/le/s
réellement réalité réaliser réalisé/e réalisation/s réponse/s répondre répondu réparer réparation/s
répartir répartition répéter répété répétition représenter représenté représentant/s république
réserve/r réservé réservation/s résoudre résolu résolution résultat/s résumé/s résumer retraité
révision/s réviser révisé révolution récent/e/s récemment récupérer récupération réduire réduit/e
réduction/s référence/s réfléchir réflexion/s réforme région/s régional/e/aux régime/s règne
réglage/s régler réglé rédiger rédigé rédaction réception sécurité/s qualité/s quantité/s
activité/s société/s université/s autorité/s responsabilité/s priorité/s possibilité/s difficulté/s
capacité/s communauté/s propriété/s variété/s identité/s égalité disponibilité/s fiabilité
visibilité mobilité facilité/s réalité/s unité/s comité/s côté/s été/s santé liberté vérité
majorité minorité totalité publicité électricité efficacité complexité compatibilité théorie/s
stratégie/s stratégique/s énergie/s catégorie/s mémoire méthode/s méthodologie général/e/s généraux
généralement développement/s développer développé/e/s développeur/s préparer préparé/e préparation
préfet préfecture présent/e/s présenter présenté/e présentation/s présence présence président/e
préserver prévenir prévention prévoir prévu/e/s prévision/s précis/e/s préciser précisé précision/s
précédent/e/s précédemment préférer préféré préférence/s vérifier vérifié/e/s vérification/s
véhicule/s véritable/ment créer créé/e/s création/s créateur créatif créneau créneaux débat/s
début/s débuter débuté débit décembre décider décidé décision/s déclarer déclaré déclaration/s
décrire décrit/e découvrir découvert défaut/s défendre défense défi/s définir défini/e/s
définition/s définitif définitive délai/s délais délégué/s délégation demandé/e/s démarche/s
démarrer démarré démarrage démonstration/s dénoncer départ/s département/s dépasser dépassé/e
dépendre dépendance/s dépense/s déplacer déplacé déplacement/s déployer déployé/e déploiement/s
déposer déposé dépôt/s déroulé dérouler désigné/e désormais détail/s détaillé/e détecter détecté/e
détection déterminer déterminé détruire détruit dossier désaccord médecin/s médical/e média/s
médias ménage mérite météo métier/s mécanique mécanisme/s mémo général numéro/s numérique/s
numérisation opération/s opérationnel/le/s opérateur/s intégrer intégré/e/s intégration/s intérêt/s
intéresser intéressé/e/s intéressant/e intérieur/e sérieux série/s sélection/s sélectionner
sélectionné séance/s séparer séparé/e/s séjour période/s périodique périmé/s périphérie père
pénal/e pénurie téléphone/s téléphonique technologie témoin/s témoignage télétravail légal/e/s
légaux législation léger légère légèrement spécial/e spécialiste/s spécialisé/e spécifique/s
spécification/s procédure/s procéder procédé procès-verbal idée/s journée/s année/s arrivée/s
entrée/s durée/s soirée matinée armée musée/s lycée/s donnée/s employé/e/s chargé/e/s blessé/e/s
délégués invité/s nommé/e passé/e/s pensé/e posé/e/s proposé/e/s publié/e/s rappelé/e/s réalisés
terminé/e/s testé/e/s trouvé/e/s utilisé/e/s validé/e/s voté/e adapté/e/s ajouté/e/s analysé/e/s
appelé/e/s approuvé/e/s arrêté/e/s arrêter assuré/e/s lié/e/s basé/e/s bloqué/e/s clé/s
concerné/e/s configuré/e/s connecté/e/s confirmé/e/s installé/e/s limité/e/s organisé/e/s
partagé/e/s envoyé/e/s migré/e/s retardé/e/s accordé/e/s abîmé/e/s tâche/s château/x hôtel/s
hôpital hôpitaux hôte/s côte coût/s coûte/r coûteux août goût dégoût île/s maître/s maîtrise/r
maîtrisé connaître reconnaître apparaître paraître disparaître naître naïf naïve maïs haïr Noël
noël coïncidence ambiguë œuvre/s cœur/s sœur/s œil bœuf œuf/s vœu vœux nœud/s mœurs manœuvre/s
dîner bientôt plutôt tôt aussitôt contrôle/s contrôler contrôlé rôle/s dépôts impôt/s trône drôle
pôle/s fête/s tête/s forêt/s prêt/e/s prêter arrêt/s enquête/s enquêter requête/s conquête tempête
bête crête extrême/ment suprême intérêts grêle grève pêche rêve/r âge/s âgé/e/s âme/s bâtiment/s
bâtir câble/s câblage pâte dégât/s gâteau grâce relâche théâtre/s tâcher hâte fâché blâme crâne
brûler brûlé mûrir sûreté piqûre voûte croûte jeûne hôtesse nôtre vôtre clôture clôturer symptôme/s
diplôme/s fantôme icône/s zone Genève Orléans Besançon Liège Suède Grèce Norvège Algérie Sénégal
Guinée Québec Montréal Méditerranée François Françoise André Benoît Jérôme Frédéric Éric Étienne
Hélène Thérèse Stéphane Sébastien Cécile Véronique Gaël Joël Raphaël Michaël Chloé Zoé René Renée
Élise Élodie Aurélie Mélanie Amélie Léa Théo
"""
