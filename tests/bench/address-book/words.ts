/**
 * What notes are made of: stems of everyday English and French, inflected, so that the vocabulary has the size (above
 * 3,000 forms) and the near misses (`garden`, `gardens`, `gardening`) of real notes.
 */
const list = (text: string): readonly string[] => text.trim().split(/\s+/);

const nouns = list(`
	apartment anniversary apple argument article aunt autumn baby balcony bakery band beach bicycle birthday boat book
	boss bread breakfast bridge brother budget bus cabin cake camera campaign candidate career cat cathedral ceremony
	chair cheese chess child choir church cinema class client climate clinic coffee colleague concert conference contract
	cousin dance daughter deadline degree dentist departure desk dinner diploma disease divorce doctor dog door dream
	engine essay evening exam exhibition factory family farm father festival film fire fish flat flight flower forest
	friend funeral future game garage garden gift glacier goal grant guitar hall harbour harvest health hill history
	holiday home hospital hotel house husband idea illness insurance interview island jacket job journey juice keyboard
	kitchen knee lake lamp language laptop lawyer lecture lesson letter library licence loan lunch machine magazine
	manager manuscript map market marriage medicine meeting mentor mirror money month mortgage mother motorbike mountain
	museum music neighbour nephew newspaper niece night novel nurse office opera operation orchard orchestra oven owner
	painting paper parent park partner party passport patient pension piano picnic picture plan plane plant play poem
	police portrait present prize problem profession project promise promotion proposal puppy quarter question quiz
	rabbit race radio rain recipe record referee relative rent report research restaurant retirement review ring river
	road roof room rumour salary school sculpture season seminar shop shoulder sister ski snow song soup stadium station
	story street student studio suitcase summer surgery teacher team tent theatre thesis ticket town train translation
	tree trip tutor twin uncle university village vineyard violin visa visit wedding week weekend wife window wine winter
	workshop writer yacht zoo
	immeuble anniversaire pomme article tante automne bébé balcon boulangerie plage vélo bateau livre pain pont frère
	cabane gâteau campagne carrière chat cathédrale chaise fromage chorale église cinéma classe client clinique collègue
	concert contrat cousine danse fille diplôme divorce médecin chien porte rêve moteur soirée examen exposition usine
	famille ferme père festival incendie poisson vol fleur forêt enterrement avenir jeu jardin cadeau glacier guitare
	récolte santé colline histoire hôpital maison mari idée maladie assurance entretien île travail voyage genou lac
	lampe langue avocat leçon lettre bibliothèque permis prêt déjeuner machine mariage médicament réunion miroir argent
	mois mère montagne musée musique voisin neveu journal nièce nuit roman infirmière bureau opéra orchestre four
	peinture parent parc fête passeport retraite photo projet plante pièce poème portrait prix problème métier promesse
	proposition lapin course pluie recette loyer rapport recherche restaurant rivière route toit chambre salaire école
	sculpture saison séminaire boutique épaule sœur neige chanson soupe stade gare rue étudiant valise été chirurgie
	équipe tente théâtre thèse billet ville train traduction arbre université village vignoble visite semaine fenêtre
	vin hiver atelier agenda ankle archive army attic award bakery ballet bamboo bank barn basket bean beard bell blanket
	blog board bottle bowl branch button cable calendar canal candle canoe carpet castle ceiling cellar chapter charity
	chimney cloud coach coat column comedy committee compass cottage council cousin cradle cup curtain damage dairy desert
	diary district drawer drum duck editor elbow embassy envelope estate fence fever fiddle field flag flute fog fountain
	fridge frog fund gallery gate ghost glove grape habit hammer hat hedge helmet herb honey horse hut insect iron ivy
	jar jury kettle kite ladder lantern lawn leaf lemon lizard locker market mask meadow melody
`);

const verbs = list(`
	accept admire adopt advise agree announce answer apply argue arrange arrive ask attend avoid bake borrow bring build
	buy call cancel celebrate change choose clean climb close collect compare complain confirm consider continue cook
	cross cycle dance decide decorate defend deliver depart describe design discover discuss doubt draw drive earn edit
	enjoy enrol exchange expect explain explore fail fear find finish fix follow forget found gain gather grow guess help
	hike hire hope ignore imagine improve inherit insist inspire invent invest invite join judge jump keep knit laugh
	learn leave lend listen load lose love manage marry measure mention miss move need notice offer open order organise
	paint pass plan plant play postpone practise prepare present promise propose protect prove publish pull push quit
	read receive recommend recover refuse regret remember remind remove renovate rent repair replace resign rest return
	ride row run sail save search sell share sing skate ski sleep smile solve speak start stay study suggest support swim
	talk taste teach thank think train translate travel trust try understand visit wait walk warn watch win wonder work
	worry write
`);

const qualities = list(`
	active afraid ancient angry anxious bright brilliant broken busy calm careful charming cheap clever cold complete
	curious delicious difficult early easy elegant empty enormous excellent excited expensive famous fast fragile free
	French friendly funny gentle glad grateful happy heavy honest huge important impatient independent interesting joyful
	kind late lonely long lovely lucky marvellous modern narrow nervous new noisy old patient peaceful perfect pleasant
	polite poor private proud quick quiet rare ready recent remarkable rich romantic round rural sad safe serious sharp
	short shy silent simple slow small social special splendid strange strict strong stubborn sudden sunny surprised
	sweet tall tender terrible tidy tired tiny ugly unexpected unusual upset urban urgent useful warm weak wide wild wise
	wonderful wrong young
`);

/** The little words between the others, in the order of how common they are. */
export const joiningWords = list(`the a to and of in her his about with for their on at from before after again very not
	still because until during without de la le et les avec pour chez dans sur un une puis aussi mais`);

function verbForms(verb: string): string[] {
	const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb;
	return [verb, `${verb}s`, `${stem}ed`, `${stem}ing`, `${stem}er`, `re${verb}`, `${stem}able`, `${stem}ers`];
}

function qualityForms(quality: string): string[] {
	const stem = quality.endsWith('y') ? `${quality.slice(0, -1)}i` : quality;
	const short = quality.length > 7 ? [] : [`${stem.replace(/e$/, '')}er`, `${stem.replace(/e$/, '')}est`];
	return [quality, `${stem}ly`, `${stem}ness`, ...short];
}

const nounForms = (noun: string): string[] => [noun, /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`];

/** Stems deal out their forms in turn, so that frequent words are of all kinds. */
export const vocabulary: readonly string[] = [
	...new Set(deal([nouns.map(nounForms), verbs.map(verbForms), qualities.map(qualityForms)].flat()))
];

function deal(groups: readonly (readonly string[])[]): string[] {
	const longest = Math.max(...groups.map(({ length }) => length));
	const step = 101; // prime to the number of stems: walks all of them, mixing nouns, verbs and qualities
	const mixed = groups.map((_, at) => groups[(at * step) % groups.length] ?? []);
	return Array.from({ length: longest }, (_, form) => mixed.flatMap((forms) => forms[form] ?? [])).flat();
}
