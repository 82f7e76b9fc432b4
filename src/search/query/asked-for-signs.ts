import { dayNames, monthNames } from '../../calendar/day-names.ts'

/** A kind of thing that a question can ask for: how it is asked for, and what a text that tells it looks like. */
interface SignsOfThing<Thing extends string> {
  readonly thing: Thing
  readonly asks: RegExp
  readonly tells: RegExp
  /** A word that belongs to the question form wherever it stands: “written” in “which language is X written in?”. */
  readonly asksToo?: RegExp | undefined
}

const signsOf = <Thing extends string>(
  thing: Thing,
  asks: RegExp,
  tells: RegExp,
  asksToo?: RegExp,
): SignsOfThing<Thing> => ({ thing, asks, tells, asksToo })

/** What says how many there are of something by itself. */
export const countingWord =
  `two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundreds?|thousands?|millions?|
  billions?|dozens?`.replace(/\s+/g, '')
export const numberOfMany = `${countingWord}|half|twice|double|quarter|third|most|none`
const numberWord = `one|${numberOfMany}`
/** Of a pattern that lists words: each may begin with a capital. */
const withAnyCapital = (words: string): string =>
  words.replaceAll(/(?<=^|\|)[a-z]/g, (first) => `[${first}${first.toUpperCase()}]`)
/** Not before a year: “in 2012” and “PyCon 2012” count nothing, and “in 2000 cases” does. */
const ofYear = String.raw`(?!(?<=\b(?:in|since|until|before|after|\p{Lu}\p{L}*) )(?:19|20)\d\d\b(?! \p{Ll}+s\b))`
const germanNumber =
  'ein(?:en?|er)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|hundert|tausend|wenige|mehrere'
const month = monthNames.join('|')
const weekday = dayNames.join('|')

/** Words for talks, and for speaking, in other languages than English: collected by hand for this project, folded. */
export const speakingElsewhere = `vortrag vortrage vortrags vortragende redner rednerin referent referentin hielt gehalten sprach spricht
  gesprochen redet redete geredet erzahlt prasentiert prasentierte prasentation prasentationen parle parlent presente intervenant conferencier
  charla charlas ponencia ponencias hablo hablan presento ponente presentacion presentaciones palestra palestras falou falam apresentacao
  apresentacoes intervento interventi parlato parlano presentazione presentazioni`

/** With these, “who” asks for talks and not for a person in one. */
export const speakingWordList = `talk talks talked talking speak speaks spoke speaking speaker speakers present presents
  presented presenter presenters lecture lectured ${speakingElsewhere}`

/** Of a pattern: a first and a last name, as most are written. */
export const personName = String.raw`\p{Lu}[\p{Ll}'’-]+ (?:(?:van|von|de|der|del|di|da|la) )*\p{Lu}[\p{Ll}'’-]+`

/** What says how two things differ. */
const comparing = [
  String.raw`\b(than|compar(?:es?|ed|ing|isons?)|whereas|unlike|while|instead|(?:an)?statt|versus|vs|differ\w*|both|same|rather|worse|more|less|fewer|`,
  '(?:bett|fast|slow|quick|small|bigg|larg|light|heavi|cheap|dear|simpl|easi|hard|strict|high|low|short|long|',
  'new|old|young|saf|clean|clear|nic|rich|strong|weak|great|earli|lat|few|near|wid|narrow|deep|tight|loos|',
  String.raw`thinn|thick|smart|plain|mature|hott|cold|warm)er)\b`,
].join('')

const programmingLanguages =
  `[CDR]|C\\+\\+|C#|F#|Ada|Assembly|assembler|Bash|Clojure|CoffeeScript|Cython|Dart|Elixir|Erlang|
  Fortran|Go|Golang|Groovy|Haskell|Java|JavaScript|Julia|Kotlin|Lisp|Lua|Nim|Objective-C|OCaml|Pascal|Perl|PHP|Python|RPython|
  Ruby|Rust|Scala|Scheme|Smalltalk|SQL|Swift|TypeScript|Zig`.replace(/\s+/g, '')
const made = 'written|built|coded|implemented|programmed|made'

const beingThere = 'based|located|held|lives?|living|works?|working|sits?'

/** Of a pattern: what is counted of a duration; “3d” is no time, and “12 times in one quarter” says how often. */
const unitOfTime =
  `[nmµ]?s|[nmµ]?secs?|(?:nano|micro|milli)?seconds?|m|mins?|minutes?|h|hrs?|hours?|(?<!(?<!\\p{N})[23])d|days?|nights?|
  wks?|weeks?|weekends?|fortnights?|months?|summers?|winters?|yrs?|years?|decades?|mornings?|afternoons?|evenings?|
  Sekunden?|Minuten?|Stunden?|Tage?n?|Wochen?|Monate?n?|Jahre?n?`.replace(/\n\s*/g, '')
const spanOfTime = String.raw`(?:m?s|milliseconds?|seconds?|minutes?|hours?|Sekunden?|Minuten?|Stunden?)\b`

/** A figure with its unit: a number by itself is of anything, “twice” of how often, and “one” decides. */
const figureIn = (unit: string): RegExp =>
  new RegExp(
    [
      String.raw`\p{N}[\p{N}.,]*\s?(?:%|${unit})|\b(?:${countingWord}|half|third|quarter)\b|`,
      String.raw`\b(?:twice|double|triple) (?:as|the|that)\b`,
    ].join(''),
    'iu',
  )

/**
 * Collected by hand for this project from how people ask and how notes tell. The narrower kind stands first: what something
 * costs is a number too.
 */
export const signsOfThings = [
  signsOf(
    'price',
    new RegExp(
      [
        String.raw`\b(costs?|pric(e|es|ing)|charges?|paid|pay|expensive|cheap(er)?|fees?|kostet|kosten|teuer)\b|\bhow much (is|are)\b|`,
        String.raw`\bworth(?=\s*(?:[?!.]|$|today\b|now\b))(?<=\b(is|are|was|were) .{1,60}\bworth)|`,
        String.raw`\b(combien|cu[aá]nto|quanto|hoeveel)( \S+)? (co[uû]te(nt)?|vaut|cuestan?|vale|costan?|custam?|kost)\b|`,
        String.raw`\b(quel est le prix|cu[aá]l es el precio|qual è il prezzo|qual é o preço|wat is de prijs)\b`,
      ].join(''),
      'iu',
    ),
    // That something has a cost tells no price; an amount does, and whether it is free or dear.
    new RegExp(
      [
        String.raw`[$€£]\s?\d|\d\s?([$€£]|k?\s?(dollars?|euros?|pounds?|cents?|USD|EUR|GBP)\b)|`,
        String.raw`\b(free( of charge)?|cheap(er)?|expensive|gratis|kostenlos|teuer|billig)\b|`,
        String.raw`\b(costs?|pric(e|es|ing)|paid|pays?|fees?|charges?|salary|salaries)\b[^.!?]*\d|\d[^.!?]*\b(costs?|pric(e|es)|paid|fees?)\b|`,
        String.raw`\b(kostet|kosten|kost|coûte(nt)?|cuestan?|costan?|custam?)\b[^.!?]*\d`,
      ].join(''),
      'i',
    ),
  ),
  signsOf(
    'licence',
    /\blicen[cs](e|es|ed|ing)\b/i,
    /\b(MIT|BSD|A?L?GPL\w*|Apache|MPL|ZPL|PSF|public domain|proprietary|licen[cs](e|es|ed|ing))\b/i,
  ),
  signsOf(
    'name',
    // Who speaks, and which talk it is, is told beside every quotation.
    new RegExp(
      [
        String.raw`\bnames? of (?!(?:the |that |this )?(?:speakers?|presenters?|talks?|sessions?|keynotes?|lectures?|person|people|man|woman|one)\b)|`,
        String.raw`\b(?:what|how) (?:is|was|are|were) (?!it\b|this\b|that\b)(?=.{1,80} called\b)|\bwie hei(?:ß|ss)(?:t|en)\b`,
      ].join(''),
      'i',
    ),
    /\b(?:named|names?|called|calls?|known as|entitled|titled|genannt|heißt)\b|[\p{Lu}\d][^\s,]*(?:,| is| was| are| were) (?:an?|the|one)\b|\p{L} \(\p{Lu}|: \p{Lu}|^[^,]*, [\p{L}\p{N}_.-]+, (?!and\b|or\b)[^,]*$/u,
  ),
  signsOf(
    'expansion',
    /\bstands? for\b/i,
    /\([\p{Lu}\p{N}]{2,}s?\)|[\p{Lu}\p{N}]{2,}s? \(\p{L}[\p{L} -]+\)|\b(stands?|short) for\b/u,
  ),
  signsOf(
    'frequency',
    /\bhow (often|frequently|regularly)\b|\bwie oft\b/i,
    /\b(every|per|each|daily|hourly|weekly|monthly|yearly|annually|nightly|times|once|twice|always|never|rarely|often|constantly)\b/i,
  ),
  signsOf(
    'age',
    /\bhow old\b|\bwhat age\b|\bwie alt\b|\bquel âge\b|\bhoe oud\b|\bcuántos años\b|\bquanti anni\b|\bquantos anos\b/iu,
    // A year alone may be of anything.
    new RegExp(
      [
        String.raw`\b(\d+|a|an|few|several|many|${numberWord})[ -](years?|decades?|(months?|weeks?|days?) old)\b|\b(older|younger) than (\d|${numberWord})|\b(since|back to) (19|20)\d\d|`,
        String.raw`\b(born|began|begun|started|founded|created|launched|introduced|released|invented|dates?)\b.*\b(19|20)\d\d`,
      ].join(''),
      'i',
    ),
  ),
  signsOf(
    'duration',
    /\bhow long\b|\bhow much (of the )?time\b|\bwie lange?\b/i,
    // A “long job”, “at the same time” and “40 a second” tell no duration.
    new RegExp(
      [
        String.raw`(?<![\p{L}\p{N}])(?:\p{N}[\p{N}.,]*\+?[ -]?|(?:(?<!(?:\p{N}k?|thousand|million|billion|once|twice|times) )an?|few|some|several|many|`,
        String.raw`half|whole|full|entire|${numberWord}|${germanNumber})[ -])(?:(?:good|more|working|business|${weekday}) )?(?:${unitOfTime}|%)(?!\p{L})|`,
        String.raw`\b(?:(?:second|minute|hour|day|week|month|year|decade|age)s|forever|(?:over|all |mid)night|all (?:day|week|year)|(?:a|for) while)\b|`,
        String.raw`\b(?:since|until|till) (?:(?:early|mid|late|the end of) )?(?:\p{N}|${month}|${weekday})|`,
        String.raw`(?:\b(?:19|20)\d\d|\b(?:${month}|${weekday})|\d[:.]\d\d) ?(?:-|–|to|until|till) ?(?:\p{N}|${month}|${weekday})|`,
        String.raw`\b(?:(?:takes?|took|taken|taking|needs?|needed)(?: as)?|too|very|so|quite|pretty|really|not|how) long\b|[:=] (?:long|short|quick|fast|slow)\b|`,
        String.raw`\b(?:takes?|took|taken|taking|needs?|spends?|spent|of (?:the|their|our|my|its)|much|more|less|little|long|no|lot of) time\b`,
      ].join(''),
      'iu',
    ),
    /^(?:takes?|took|taken|lasts?|lasted|needs?|needed|dauert|dauerte)$/,
  ),
  signsOf(
    'email',
    new RegExp(
      [
        String.raw`\be-?mail[ -](address(es)?|adressen?|ids?)\b|(['’]s|\b(his|her|their|seine|ihre)) e-?mails?(?=\s*([?!.,]|$))|`,
        String.raw`\b(?:(?:the|die) e-?mails? for|e-?mails? (?:of|von))\b`,
      ].join(''),
      'i',
    ),
    /[\p{L}\d](?<!\bgit)@[\p{L}\d-]+\.\p{L}{2}/u,
  ),
  signsOf(
    'link',
    new RegExp(
      [
        String.raw`\b(which|what) (sites?|websites?|pages?|urls?|links?|address(es)?)\b|\b(urls?|web ?sites?|links? to|`,
        String.raw`home ?pages?)\b|\bwhere (can|do|could|should) (i|we|one|you) (find|get|download|read|see|look)\b`,
        // Who wants to find something about it wants a talk.
        String.raw`(?! ((some|any)thing|more|info(rmation)?|out( more)?|up) (about|on)\b(?! (it|this|that|these|those|them)\b))`,
      ].join(''),
      'i',
    ),
    /\b[\w-]+\.(com|org|net|io|edu|eu|de|co|uk|it|fr|nl|gov|info|me|ly|cc)\b|https?:|\bgithub|\bbitbucket/i,
  ),
  signsOf(
    'percentage',
    /\b(what|which|how (large|big|high|great) an?) (percentage|percent|per cent|share|fraction|proportion)\b|\bhow many per ?cent\b/i,
    /\d ?%|\b(per ?cent|half|thirds?|quarters?|most|majority|none)\b|\b(\d+|one|two|three|nine) (in|out of) (\d|two|three|four|five|ten)/i,
  ),
  signsOf(
    'speed',
    /\bhow (fast|slow)\b|\bwie (schnell|langsam)\b/iu,
    new RegExp(
      [
        String.raw`(?:\p{N}[\p{N}.,]*|\b(?:${numberWord}|several|a few)(?!s\b))(?:[ -](?:hundred|thousand|million)s?)?[ -]?(?:${spanOfTime}|`,
        '(?:%|x|times|fold) (?:as |more |less )?(?:fast|slow|quick|long|short)|',
        String.raw`\p{L}+(?: \p{L}+)? (?:a|an|per|each|every) (?:${spanOfTime}|(?:days?|weeks?)\b)|\p{L}+\/s\b)|\b(?:twice|double|triple|half) (?:as|the|that)\b|`,
        String.raw`\b(?:instantly|immediately|in no time|real ?time)\b`,
      ].join(''),
      'iu',
    ),
  ),
  signsOf(
    'size',
    /\bhow (large|big|small|far|high|deep|heavy|tall|wide|thick)\b|\b(what|which) size\b|\bwie (groß|klein|weit|hoch|tief|schwer)\b/iu,
    // Five seconds are how long it takes.
    figureIn(
      String.raw`(?!(?:milli)?seconds?\b|m?s\b|minutes?\b|hours?\b|days?\b|weeks?\b|months?\b|years?\b)\p{L}+`,
    ),
  ),
  signsOf(
    'number',
    /\bhow (many|much|few)\b|\b(what|which) (number|rate)\b/i,
    new RegExp(String.raw`${ofYear}(?<![\p{L}\p{N}.:/_-])\p{N}|\b(?:${withAnyCapital(numberWord)})\b`, 'u'),
  ),
  signsOf(
    'programming language',
    new RegExp(
      String.raw`\b(?:what|which) (?:programming |computer )?languages?(?= (?:is|was|are|were) .{1,80}\b(?:${made})\b)`,
      'i',
    ),
    new RegExp(
      [
        String.raw`(?:\b(?:${made}|rewritten) (?:(?:mostly|mainly|entirely|largely|partly|all) )?(?:in|with|on|of) (?:pure )?|\bpure |[\p{L}\p{N}]: |\()`,
        String.raw`(?:${programmingLanguages})(?![\p{L}\p{N}+#])|`,
        String.raw`(?<![\p{L}\p{N}])(?:${programmingLanguages})(?: and \p{Lu}\p{L}+)?(?: (?:web|micro))?[ -](?:framework|library|tool|program|package|driver|`,
        String.raw`implementation|interpreter|app|application|script|code|runtime|server|client)s?\b`,
      ].join(''),
      'u',
    ),
    new RegExp(`^(?:${made})$`),
  ),
  signsOf(
    'version',
    /\b(what|which)(?= (\S+ )?(versions?|releases?)\b)|\b(latest|newest|current|last|stable) (version|release)\b/i,
    /\b\d+\.[\dx]|\b(version|release|Python|v) ?\d/i,
    /^(?:versions?|releases?)$/,
  ),
  signsOf('year', /\b(which|what) years?\b/i, /\b(19|20)\d\d\b/),
  signsOf(
    'date',
    /\bwhen (will|was|were|did|do|does|is|are|has|have|can)\b|\b(which|what) (date|day|month)\b|\bsince when\b|\bhow soon\b/i,
    new RegExp(
      [
        String.raw`\b((19|20)\d\d|\d{1,2}([:.]\d\d)? ?[ap]m|\d\d:\d\d|${month}|${weekday}|years?|months?|weeks?|`,
        String.raw`ago|soon|not( \p{L}+){0,3} yet|yet to|tomorrow|next (release|version))\b`,
      ].join(''),
      'u',
    ),
  ),
  signsOf(
    'place',
    new RegExp(
      [
        String.raw`\bwhere\b(?=.*\b(${beingThere}|takes? place|comes? from)\b)|\b(which|`,
        String.raw`what) (city|cities|town|country|venue|room|university|place)\b`,
      ].join(''),
      'i',
    ),
    // What is all in capitals is rather a signal or a format (`in JSON`). `at` alone tells no place: one points at things, too.
    /\b(in|from|near|(based|located|held|works?|worked|working|lives?|living|was|is|are|were) at) (the )?\p{Lu}\p{Ll}|\b(based|located) in\b/u,
    new RegExp(`^(?:${beingThere}|takes?|place|comes?)$`),
  ),
  signsOf('person', /\b(who|whom|whose)\b/i, new RegExp(String.raw`${personName}|\S@\w+|(^|\s)@\w+`, 'u')),
  signsOf(
    'reason',
    /\bwhy\b|\bhow come\b|\breasons?\b|\bwhat for\b/i,
    new RegExp(
      [
        String.raw`\b(because|since|so|as|due to|thanks to|therefore|hence|reasons?|otherwise|avoid\w*|too|for|in order|makes?|`,
        String.raw`made|would|needs?|needed|without|cannot|could not|means?|lets?|allows?)\b`,
      ].join(''),
      'i',
    ),
  ),
  signsOf(
    'comparison',
    /\b(faster|slower|(?!better|rather|other)\p{L}{2,}er than)\b/iu,
    new RegExp(comparing, 'i'),
  ),
  // Which of two is better, or how they differ, is told by what is said of both.
  signsOf(
    'contrast',
    /\b(differences?(?= (?:between|of|to|from|in|with)\b| *[?.!]*$)|differs?|compared?|versus|vs|better|worse|than)\b/i,
    new RegExp(
      [
        comparing,
        String.raw`|\b(where|but|however|prefer\w*|from \S+ to|moved|switched|migrated|chose|chosen|picked|favour\w*|favor\w*)\b|;|\bor\b[^.!]*\?`,
      ].join(''),
      'i',
    ),
  ),
  signsOf(
    'code',
    new RegExp(
      [
        String.raw`\b(which|what) (commands?|flags?|options?|switch(es)?|settings?|parameters?|functions?|methods?|decorators?|`,
        String.raw`variables?|modules?)\b|\bswitch\b`,
      ].join(''),
      'i',
    ),
    /(^|\s)--?\w|\w_\w|\w\(|\w\.\w|\w=\w|<\w+>|\{\w/,
  ),
  signsOf(
    'lack',
    /\bnot\b.*\byet\b|\bn['’]?t\b.*\byet\b|\b(missing|lacks?|lacking|limits (?:of|in|to|on|with|for|do|does|are)|which limits|limitations?|drawbacks?|downsides?|weakness(?:es)?|shortcomings?|cons|disadvantages?)\b/i,
    /\b(missing|lack\w*|not|no|none|without|yet|cannot|never|nothing|limit\w*|hard|difficult|slow)\b/i,
  ),
  signsOf(
    'way',
    /\bhow (do|does|did|can|could|should|would|to|is|are|was|were)\b|\bways? to\b/i,
    /(^|\s)--?\w|\w_\w|\w\(|\b(uses?|used|using|with|by|runs?|calls?|sets?|puts?|adds?|via|through|takes?|gives?|makes?|needs?|lets?)\b/i,
  ),
] as const
