/**
 * Words of questions, collected by hand for this project from what people ask. They are folded, and without apostrophes
 * (`dont`). Which list a word belongs to is decided by what the question is about without it: see `QuestionWordRole`. Published
 * lists of stop words were tried in the place of those of grammar: docs/tried-in-search.md.
 */

const articlesAndPronouns = `a an the this that these those it its itself i me my mine myself we us our ours ourselves you
  your yours yourself yourselves he him his himself she her hers herself they them their theirs themselves someone
  somebody something anyone anybody anything everyone everybody everything nobody nothing one ones other others another
  each every either neither both all any some none such same own`

const prepositionsAndConjunctions = `about above across after against along among around as at because before behind
  below beneath beside besides between beyond but by concerning despite down during except for from if in inside into
  like near nor of off on onto or out outside over past per regarding since so than though although through throughout
  till to toward towards under unless until up upon versus via vs whereas whether while with within without and yet`

const auxiliaryVerbs = `am is are was were be been being do does did doing done have has had having can could may might
  must shall should will would ought need needs needed dare im ive id ill youre youve youd youll hes shes theyre theyve
  theyd weve wed were isnt arent wasnt werent dont doesnt didnt havent hasnt hadnt cant cannot couldnt mustnt shant
  shouldnt wont wouldnt lets thats theres whats wheres whos hows whens whys gonna wanna gotta`

const questionWords = `what which who whom whose when where why how whatever whichever whoever whenever wherever however`

/** Of these, those that are most of what is mistyped. */
export const oftenMistypedList = `what whats when with from about which where whose these those their there would could should doesnt talks
  talked speaks`

const adverbsOfDegree = `again ago almost already also altogether always anyway anyways apart away actually basically
  certainly else enough even ever exactly far further generally hardly here there hence honestly indeed instead just
  largely later least less lot lots maybe merely more most mostly much many few little never nevertheless no not now
  nowadays often once only otherwise perhaps possibly probably quite rather really recently seldom simply sometimes
  somehow somewhat soon still sure then therefore thus today together too totally truly twice usually very well
  whole right alright yes yeah yep nope oh ok okay hmm huh s t d m ll re ve`

const courtesies = `hi hello hey please thanks thank cheers sorry wonder wondering wondered help pls plz thx dear team
  folks guys guy`

/** What people type in a chat and would not write. */
const chatter = `um umm uh uhh uhm erm hm hmmm mmm ah aha ahh aw eh ey oi oh ooh oops ouch phew psst ugh wow whoa yay yo yup yeah
  yep nah meh bah duh haha hahaha hehe hihi lol lmao rofl xd omg omfg wtf wth tbh imo imho imnsho afaik afaict afair iirc fwiw
  ianal
  btw fyi asap tldr idk ikr ngl nvm smh ymmv otoh istr brb afk np ty tyvm thx thnx tnx cheers plz pls pl plox heya hiya
  howdy hola u ur cuz cos coz bc bcs tho thru til ppl sth smth dunno gimme lemme
  kinda sorta lotta outta innit gotcha abt bout gonna wanna gotta shoulda coulda woulda mightve aint yall thingy thingie thingies
  whatsit thingamajig stuffs bloke blokes chap chaps dude dudes lad lads  peeps guys anyhow anyhoo anywho
  frankly seriously literally basically obviously apparently supposedly allegedly presumably hopefully sadly luckily
  unfortunately
  darn damn damned bloody freaking friggin crap heck hell gosh jeez god blimey crikey ta cheerio ttyl gtg tryna finna hafta
  prolly
  probs defo deffo tbf jk hth hmu lmk iiuc aiui iow nbd yw ofc obv obvs afaics nw laters mate mates buddy bro bruv fam pal gents
  how2 any1 some1 sum1 every1 b4 kudos congrats appreciate appreciated q qq qn ques`

const askingAndTelling = `ask asks asked asking answer answers tell tells told telling say says said saying mention
  mentions mentioned mentioning talk talks talked talking speak speaks spoke spoken speaking discuss discusses discussed
  discussing discussion explain explains explained explaining cover covers covered covering present presents presented
  presenting presentation presentations describe describes described speaker speakers lecture lectures
  session sessions conference conferences notes note topic topics subject question questions info information details
  opinion thought thoughts deal dealt deals refer refers referred attend attended`

const findingAndKnowing = `find finds found finding look looks looked looking seek show
  shows showed shown showing see sees saw seen seeing give gives gave given giving get gets got gotten getting know
  knows knew known knowing learn learnt learned hear heard remember remind reminds recall think thinks thinking mean means
  meant want wants wanted wanting interested interest curious wish hope hoping try tries tried trying suppose seem
  seems seemed appear understand point points thing things stuff kind kinds sort sorts anybody available exist exists
  concern concerns related regards happen happens happened come comes came coming go goes went going gone let
  make makes made making take takes took taken taking put puts keep keeps kept keeping turn turns bring brought rid
  use uses used using vaguely forgot forgotten rumour rumours rumor rumors hearsay stumped baffled clueless faff fuss hassle
  worth worthwhile`

/** Never carries a topic: pronouns, prepositions, auxiliaries, words that ask, adverbs, courtesies and chatter. */
export const grammarWordLists: readonly string[] = [
  articlesAndPronouns,
  prepositionsAndConjunctions,
  auxiliaryVerbs,
  questionWords,
  adverbsOfDegree,
  courtesies,
  chatter,
]

const aboutAWhole = `summary summaries summarise summarises summarised summarize summarizes summarized overview gist recap outline
  abstract digest tldr takeaway takeaways learnings conclusion conclusions according opinion opinions compare compares comparing tip tips followup followups`

/** About asking, talks and notes: as true of a question on one topic as on any other. */
export const requestWordLists: readonly string[] = [askingAndTelling, findingAndKnowing, aboutAWhole]

/** Adjectives that are no verbs: what looks like the plural of one, such as news and goods, is a word of its own. */
export const adjectiveList = `able actual good great nice proper wrong bad easy simple hard difficult quick big small large
  huge tiny short new old recent modern different similar important main major common popular useful useless real
  possible high`

/** In questions of programmers about nearly any topic, so that the word alone does not say which. */
export const genericWordLists: readonly string[] = [
  adjectiveList,
  `search searching allow allows allowed best better cool worst worse easily easier quickly long newer newest older latest
  various several certain free full low first second last next fast faster slow single multiple together own favourite
  favorite recommended recommend recommends recommendation recommendations suggest suggestion suggestions advice trick
  tricks way ways approach approaches practice practices idea ideas reason reasons problem problems issue issues
  solution solutions example examples tutorial tutorials guide guides guideline introduction intro basics beginner beginners
  start starts started starting begin begins create creates created creating build builds built building write writes
  writing wrote written run runs ran running set sets setting setup work works worked working handle handles handled
  handling manage manages managed managing add adds added adding change changes changed changing choose choosing chose
  chosen pick switch provide provides provided support supports supported offer offers happen avoid improve improves
  improving happening call called calls named name names person people anyone man company companies thing place
  number numbers amount type types part parts piece bit lib libs library libraries tool tools tooling framework frameworks
  package packages
  module modules project projects product products system systems software application applications app apps program programs
  programming
  programmer programmers developer developers development dev code coding language languages technology technologies tech
  feature features function
  functions method methods option options version versions file files site website websites page pages web
  homepage repo repos repository repositories link links url urls video videos slide slides deck decks recording recordings read reading
  watch
  advantage advantages disadvantage disadvantages benefit benefits drawback drawbacks downside downsides upside upsides pros cons
  strength strengths weakness weaknesses shortcoming shortcomings
  day days week weeks month months year years time times hour hours minute minutes`,
  'event events two three four five six seven eight nine ten',
]

/** What is asked for of a talk, besides what it says. */
export const partWordList =
  'video videos recording recordings slide slides deck link links url urls code repo repository'
