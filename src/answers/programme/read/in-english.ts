/** Words that no English question has, and many German ones for a programme do. */
const isGerman =
  /\b(?:am|um)\s+\d|(?<!\p{L})(?:heute|morgen|gestern|übermorgen|uebermorgen|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|uhr|jetzt|gerade|wann|wo|wer|läuft|laeuft|lauft|laufen|gibt|welche[rsmn]?|wie|vortr[aä]ge?|raum|räume|raeume|saal|programm|zeitplan|mittagessen|mittagspause|nachmittag|vormittag|abend|woche|wochenende|verpasst|nächste[rsn]?|tag|januar|februar|märz|mai|juni|juli|oktober|dezember)(?!\p{L})/iu

/** What is said in another order, or by several words, in turn. */
const phrases: readonly (readonly [german: RegExp, english: string])[] = [
  [/\b(?:um\s+)?wie\s*viel\s+uhr\b/giu, 'wann'],
  [
    /(\d{1,2})\.(?=\s*(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember))/giu,
    '$1',
  ],
  [/\bvon\s+(\d{1,2}(?:[:.]\d{2})?)\s+bis\s+(\d{1,2}(?:[:.]\d{2})?)(?:\s*uhr)?/giu, 'from $1 to $2'],
  [/(\d{1,2})\s*uhr\s*(\d{2})(?!\d)/giu, '$1:$2 uhr'],
  [/\b(?:ab|nach|seit)\s+(\d{1,2}(?:[:.]\d{2})?)\s*uhr/giu, 'after $1'],
  [/\b(?:vor|bis)\s+(\d{1,2}(?:[:.]\d{2})?)\s*uhr/giu, 'before $1'],
  [/(?:\b(?:um|gegen)\s+)?(?<!\d)(\d{1,2}(?:[:.]\d{2})?)\s*uhr/giu, 'at $1'],
  [/\bum\s+(?=\d)/giu, 'at '],
  [
    /\b(heute|gestern|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch)\s+(?:morgen|früh|vormittag)(?!\p{L})/giu,
    '$1 morning',
  ],
  [/\bmorgen\s+(?:früh|vormittag)(?!\p{L})/giu, 'tomorrow morning'],
  [/\b(?:am|im)\s+(?:frühen\s+)?vormittag(?!\p{L})|\bmorgens\b/giu, 'in the morning'],
  [/\bnach\s+(?:dem\s+|der\s+)?mittag(?:essen|spause)?(?!\p{L})/giu, 'after lunch'],
  [/\bvor\s+(?:dem\s+|der\s+)?mittag(?:essen|spause)?(?!\p{L})/giu, 'before lunch'],
  [/\b(?:was\s+)?(?:habe?n?)\s+(?:ich|wir)\s+(.*?)\s*verpasst/giu, 'what did i miss $1'],
  [/\bals\s+nächstes(?!\p{L})/giu, 'next'],
  [/\bgibt\s+es\b|\bgibts\b|\bgibt['’]s\b/giu, 'are there'],
  [/\b(?:findet|finden)\s+(.+?)\s+statt\b/giu, 'is $1'],
  [
    /\b(wann|wo|in welchem raum|in welchem saal)\s+(?:spricht|redet|hält|präsentiert)\s+(.+?)(?:\s+(?:einen|seinen|ihren|den)\s+vortrag)?(?=[?!.]*$)/giu,
    '$1 does $2 speak',
  ],
  [/\bwann\s+(?:beginnt|startet|fängt)\s+(.+?)(?:\s+an)?(?=[?!.]*$)/giu, 'when does $1 start'],
  [/\bwann\s+(?:endet|hört)\s+(.+?)(?:\s+auf)?(?=[?!.]*$)/giu, 'when does $1 end'],
  [/\bwann\s+ist\s+(.+?)\s+(?:zu\s+ende|vorbei|aus)(?=[?!.]*$)/giu, 'when does $1 end'],
  [/\bwie\s+lange?\s+(?:dauert|geht|ist)\b/giu, 'how long is'],
  [/\bwie\s*viele\b/giu, 'how many'],
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
    was: 'war lief',
    were: 'waren liefen',
    happens: 'passiert',
    there: 'es da dort',
    speaks: 'spricht redet präsentiert hält',
    talk: 'vortrag',
    talks: 'vorträge vortraege vorträgen',
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
    all: 'alle alles',
    on: 'am an auf',
    in: 'im ins',
    about: 'über ueber zu zum zur',
    by: 'von vom',
    with: 'mit',
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
    me: 'mir',
    rooms: 'räume raeume räumen säle',
    room: 'raum',
    hall: 'saal',
  }).flatMap(([english, german]) => german.split(' ').map((one) => [one, english] as const)),
)

/**
 * A German question for a programme in the words that such questions are read by; undefined if it is not German. Names and topics
 * stay as they are typed.
 * @param isName whether a word is part of a name that the notes have, such as a room's
 *
 * inEnglish('was läuft morgen um 14 Uhr in Raum 2?', () => false) // => 'what is tomorrow at 14 in room 2?'
 */
export function inEnglish(question: string, isName: (word: string) => boolean): string | undefined {
  if (!isGerman.test(question)) return undefined
  const ordered = phrases.reduce((text, [german, english]) => text.replace(german, english), question)
  return ordered.replace(/\p{L}+/gu, (typed) => {
    const english = words.get(typed.toLowerCase())
    return english === undefined || isName(typed) ? typed : english
  })
}
