/** Words that no English question has, and many German ones for a programme or a list do: collected by hand for this project. */
export const germanWords: ReadonlySet<string> = new Set(
  `heute morgen gestern übermorgen uebermorgen montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag uhr jetzt
  gerade wann wo wer läuft laeuft lauft laufen gibt welche welcher welches welchem welchen wie vortrag vorträge vortrage raum räume
  raeume saal programm zeitplan mittagessen mittagspause nachmittag vormittag abend woche wochenende verpasst nächste nächster
  nächstes nächsten tag januar februar märz mai juni juli oktober dezember halb viertel noch schluss
  themen schlagworte redner sprecher referenten vortragende konferenzen folien aufzeichnungen zeig zeige liste vorträgen vortragen
  viele alle zu zum längster längste längsten laengste kürzester kürzeste kürzesten meisten wenigsten neuester neueste neuesten
  ältester älteste ältesten bibliotheken werkzeuge stadt konferenz veranstaltungsort schlagwörter vorträgen vortrags`.split(
    /\s+/,
  ),
)
const isGerman = (question: string) =>
  /\b(?:am|um)\s+\d/i.test(question) ||
  (question.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => germanWords.has(word))

/** From one. */
const hours = 'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')

/** What talks may have, at the end of a question. */
const whatTalksHave = String.raw`(?:videos?|folien|slides|code|links?|aufzeichnung(?:en)?)[?!.\s]*$`

/** Phrases of several words or in another order, replaced one after the other. */
const phrases: readonly (readonly [german: RegExp, english: string])[] = [
  [/\b(?:um )?wie ?viel uhr\b/giu, 'wann'],
  [
    /(\d{1,2})\.(?= ?(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember))/giu,
    '$1',
  ],
  [/\bvon (\d{1,2}(?:[:.]\d{2})?) bis (\d{1,2}(?:[:.]\d{2})?)(?: ?uhr)?/giu, 'from $1 to $2'],
  [/(\d{1,2}) ?uhr ?(\d{2})(?!\d)/giu, '$1:$2 uhr'],
  [/\b(?:ab|nach|seit) (\d{1,2}(?:[:.]\d{2})?) ?uhr/giu, 'after $1'],
  [/\b(?:vor|bis) (\d{1,2}(?:[:.]\d{2})?) ?uhr/giu, 'before $1'],
  [/(?:\b(?:um|gegen) )?(?<!\d)(\d{1,2}(?:[:.]\d{2})?) ?uhr/giu, 'at $1'],
  [/\bum (?=\d)/giu, 'at '],
  [
    /\b(heute|gestern|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch) (?:morgen|früh|vormittag)(?!\p{L})/giu,
    '$1 morning',
  ],
  [/\bmorgen (?:früh|vormittag)(?!\p{L})/giu, 'tomorrow morning'],
  [/\b(?:am|im) (?:frühen )?vormittag(?!\p{L})|\bmorgens\b/giu, 'in the morning'],
  [/\bnach (?:dem |der )?mittag(?:essen|spause)?(?!\p{L})/giu, 'after lunch'],
  [/\bvor (?:dem |der )?mittag(?:essen|spause)?(?!\p{L})/giu, 'before lunch'],
  [/\b(?:was )?(?:habe?n?) (?:ich|wir) (.{0,80}?) ?verpasst/giu, 'what did i miss $1'],
  [/\bwas (?:wurde|hat man|haben sie) (.{0,120}?) ?gesagt(?!\p{L})/giu, 'what was said $1'],
  [/\bheute noch\b|\bnoch heute\b/giu, 'left today'],
  [/\bwann (?:geht es|gehts|geht['’]s|geht) ?(.{0,40}?) ?los(?!\p{L})/giu, 'when does it start $1'],
  [/\bwann ist (.{0,40}?) ?schluss(?!\p{L})/giu, 'when is it over $1'],
  ...hours.flatMap((hour, at): readonly [RegExp, string][] => [
    [new RegExp(`\\bhalb ${hour}(?!\\p{L})`, 'giu'), `half past ${at === 0 ? 12 : at}`],
    [new RegExp(`\\bviertel nach ${hour}(?!\\p{L})`, 'giu'), `quarter past ${at + 1}`],
    [new RegExp(`\\bviertel vor ${hour}(?!\\p{L})`, 'giu'), `quarter to ${at + 1}`],
    [new RegExp(`\\bum ${hour}(?!\\p{L})`, 'giu'), `at ${at + 1}`],
  ]),
  [/\bals nächstes(?!\p{L})/giu, 'next'],
  // Before what talks may have, `haben` is no auxiliary.
  [new RegExp(String.raw`\bhaben (?=${whatTalksHave})`, 'giu'), 'have '],
  [new RegExp(String.raw`\bhaben eine?n? (?=${whatTalksHave})`, 'giu'), 'have a '],
  [new RegExp(String.raw`\b(?:haben|hatten|hat|hatte) keine?n? (?=${whatTalksHave})`, 'giu'), 'have no '],
  // `welche Folien gibt es zum Rudern?`
  [/\bwelche (folien|slides|videos?|aufzeichnungen|links?) (?:gibt|gab) es\b/giu, 'are there $1'],
  [
    new RegExp(
      String.raw`\b(?:zu|von) (welchen|wie ?vielen) (vorträgen|talks) gibt es (?:eine?n? )?(?=${whatTalksHave})`,
      'giu',
    ),
    '$1 $2 have a ',
  ],
  [/\bgab es\b/giu, 'were there'],
  [/\bgibt es\b|\bgibts\b|\bgibt['’]s\b/giu, 'are there'],
  [/\bf(?:indet|and) (?:das|es) statt\b/giu, 'is it held'],
  [/\b(?:findet|finden|fand|fanden) (.{1,80}?) statt\b/giu, 'is $1'],
  [
    new RegExp(
      [
        String.raw`\b(wann|wo|in welchem raum|in welchem saal) (?:spricht|redet|hält|präsentiert) (.{1,80}?)(?: (?:einen|`,
        'seinen|ihren|den) vortrag)?(?=[?!.]*$)',
      ].join(''),
      'giu',
    ),
    '$1 does $2 speak',
  ],
  [/\bwann (?:beginnt|startet|fängt) (.{1,80}?)(?: an)?(?=[?!.]*$)/giu, 'when does $1 start'],
  [/\bwann (?:endet|hört) (.{1,80}?)(?: auf)?(?=[?!.]*$)/giu, 'when does $1 end'],
  [/\bwann ist (.{1,80}?) (?:zu ende|vorbei|aus)(?=[?!.]*$)/giu, 'when does $1 end'],
  [/\bwie lange? (?:dauert|geht|ist)\b/giu, 'how long is'],
  [/\bwie ?vielen?\b/giu, 'how many'],
  [/\b(?:hat|haben) (?:alles )?(?:gesprochen|vorgetragen)\b/giu, 'spoke'],
  [/\b(?:auf)?liste(?:n)?\b/giu, 'list'],
  [/(\p{L}+)-(?:vortrag|talk)s?(?!\p{L})/giu, '$1 talk'],
  [/\bhat (die|den|das) (meisten|wenigsten|längsten|kürzesten)(?!\p{L})/giu, 'has the $2'],
  [/\bder liste\b/giu, 'list'],
  [/\b(?:handel[nt]|drehen sich|geht es) (?:von|um|über)\b/giu, 'are about'],
]

const words: ReadonlyMap<string, string> = new Map(
  Object.entries({
    today: 'heute',
    tomorrow: 'morgen',
    yesterday: 'gestern',
    'the day after tomorrow': 'übermorgen uebermorgen',
    monday: 'montag montags',
    tuesday: 'dienstag dienstags',
    wednesday: 'mittwoch mittwochs',
    thursday: 'donnerstag donnerstags',
    friday: 'freitag freitags',
    saturday: 'samstag sonnabend samstags',
    sunday: 'sonntag sonntags',
    january: 'januar',
    february: 'februar',
    march: 'märz maerz',
    may: 'mai',
    june: 'juni',
    july: 'juli',
    october: 'oktober',
    december: 'dezember',
    now: 'jetzt gerade momentan aktuell',
    next: 'nächste nächster nächstes nächsten nächstem kommende kommenden danach',
    later: 'später',
    left: 'übrig',
    afternoon: 'nachmittag',
    morning: 'vormittag',
    evening: 'abend abends',
    lunch: 'mittagessen mittagspause mittag',
    week: 'woche',
    weekend: 'wochenende',
    month: 'monat',
    day: 'tag tage tagen',
    first: 'erste erster erstes ersten',
    second: 'zweite zweiter zweites zweiten',
    third: 'dritte dritter drittes dritten',
    last: 'letzte letzter letztes letzten',
    when: 'wann',
    where: 'wo wohin',
    who: 'wer wen',
    what: 'was',
    which: 'welche welcher welches welchem welchen',
    is: 'ist läuft laeuft kommt wird findet steht',
    are: 'sind laufen kommen werden finden',
    was: 'war lief wurde',
    were: 'waren liefen wurden',
    said: 'gesagt sagte sagten sagt',
    did: 'hat haben',
    most: 'meisten',
    fewest: 'wenigsten',
    longest: 'längster längste längsten laengste',
    shortest: 'kürzester kürzeste kürzesten',
    newest: 'neuester neueste neuesten',
    oldest: 'ältester älteste ältesten',
    libraries: 'bibliotheken',
    tools: 'werkzeuge',
    happens: 'passiert',
    there: 'es da dort',
    speaks: 'spricht redet präsentiert hält',
    talk: 'vortrag',
    talks: 'vorträge vortraege vorträgen',
    topics: 'themen',
    tags: 'schlagworte schlagwörter',
    conferences: 'konferenzen',
    city: 'stadt',
    venue: 'veranstaltungsort',
    slides: 'folien',
    recording: 'aufzeichnung',
    recordings: 'aufzeichnungen',
    speakers: 'redner sprecher referenten vortragende rednerinnen sprecherinnen',
    programme: 'programm',
    schedule: 'zeitplan ablauf tagesplan',
    conference: 'konferenz tagung veranstaltung',
    starts: 'beginnt startet',
    ends: 'endet',
    free: 'frei',
    busy: 'besetzt beschäftigt belegt',
    the: 'der die das den dem des',
    a: 'ein eine einen einem einer',
    i: 'ich',
    we: 'wir man',
    still: 'noch',
    all: 'alle alles aller',
    on: 'am an auf',
    in: 'im ins',
    about: 'über ueber zu zum zur',
    by: 'von vom',
    with: 'mit',
    without: 'ohne',
    and: 'und',
    or: 'oder',
    at: 'bei beim um',
    for: 'für',
    until: 'bis',
    after: 'nach',
    before: 'vor',
    this: 'diese dieser dieses diesen diesem',
    please: 'bitte',
    show: 'zeig zeige',
    give: 'gib nenne',
    me: 'mir',
    rooms: 'räume raeume räumen säle',
    room: 'raum',
    hall: 'saal',
  }).flatMap(([english, german]) => german.split(' ').map((one) => [one, english] as const)),
)

/** Longer than any question for a programme, in UTF-16 units. */
const maxLength = 240

/**
 * A German question for a programme or a list in the words that such questions are read by; undefined if it is not German. Names and topics
 * stay as they are typed.
 * @param isName whether a word is part of a name that the notes have, such as a room's
 *
 * inEnglish('was läuft morgen um 14 Uhr in Raum 2?', () => false) // => 'what is tomorrow at 14 in room 2?'
 */
export function inEnglish(question: string, isName: (word: string) => boolean): string | undefined {
  if (question.length > maxLength || !isGerman(question)) return undefined
  const said = question.replace(/\s+/g, ' ')
  const ordered = phrases.reduce((text, [german, english]) => text.replace(german, english), said)
  return ordered.replace(/\p{L}+/gu, (typed) => {
    const english = words.get(typed.toLowerCase())
    return english === undefined || isName(typed) ? typed : english
  })
}
