import type { KnownNames } from '../search/filter/known-names.ts'
import { bareQuestion } from '../text/as-question.ts'

/** A question about the notes as a whole, rather than about what they say. */
export interface NotesRequest {
  /**
   * - `age`: how old they are;
   * - `writer`: who took them;
   * - `best`: which talks are best, which no note says;
   * - `things`: which libraries, tools and so on they mention, which they keep no list of;
   * - `overview`: what they are about, or where to begin.
   */
  readonly asks: 'age' | 'writer' | 'best' | 'things' | 'overview'
  /** The things that a list is wanted of, as typed. */
  readonly things?: string
  /** The event that the question names, as the query language says it. */
  readonly event?: string
}

const notes = '(?:(?:the|these|those|your|all|all the) )?(?:notes|data|information|content|talk notes)'
const best = [
  '(?:best|favou?rite|top|worst|greatest|coolest|must[- ]?see|must[- ]?watch|best[- ]rated|highest[- ]rated|most ',
  '(?:popular|interesting|important|useful|exciting|relevant|watched|liked)|funniest|strangest|craziest|smartest|hardest|easiest|nicest)',
].join('')
/** What many talks may be at once. */
const good =
  '(?:(?:really|very|especially|particularly|truly) )?(?:good|great|nice|cool|interesting|awesome|amazing|excellent|fun|funny|exciting|useful)'
const talks = '(?:talks?|sessions?|presentations?|lectures?|keynotes?|ones?)'
const whole = '(?:(?:all|of|the|these|those|your) )*(?:conference|event|notes|talks|sessions|conf|everything)'
/** Where the name of an event may stand. */
const at = '(?: (?:at|of|from|in|for) (?:the )?(?<event>.+?))?'
const asked = "(?:(?:what|which|who)(?:[’']?s)?|(?:tell|show|give|name|list)(?: me| us)?|what do you think)"

const lessons = `(?:${asked} )?(?:(?:are|were) )?(?:(?:the|your|all|main|key|best|top|most important|biggest|overall) )*(?:takeaways|take-aways|lessons|learnings)`

/** Words that ask for a summary of everything, alone or with what it should be about. */
const briefly =
  '(?:(?:can|could) you )?(?:(?:please )?(?:give|write|make|show)(?: me| us)? )?(?:(?:an?|the|your|short|quick|brief) )*(?:tl[;:,]? ?dr|recap|summari[sz]e|summary)(?: please| pls)?'

const things = [
  '(?<things>(?:python |open[- ]source |third[- ]party |external )?(?:libraries|libs|packages|modules|tools|frameworks|books|',
  'companies|organi[sz]ations|projects|technologies|products|papers))',
].join('')
const mentioned =
  '(?:(?:that |which )?(?:are|were|have been|got|get) )?(?:there|mentioned|named|discussed|recommended|covered|used|talked about|brought up|listed)(?: in (?:the |these |all )?(?:talks|notes))?'

/** In the order in which they are tried. */
const patterns: readonly (readonly [asks: NotesRequest['asks'], pattern: RegExp])[] = (
  [
    ['age', `how (?:old|recent|new|current|fresh|up to date) (?:are|is) ${notes}`],
    [
      'age',
      `(?:are|is) ${notes} (?:still )?(?:up[- ]to[- ]date|current|recent|outdated|old|valid|fresh|new)`,
    ],
    ['age', `when (?:were|was|are) ${notes} (?:last )?(?:written|taken|made|updated|created|from)`],
    [
      'age',
      `(?:(?:from|of) )?(?:when|what year|which year|which years|what date) are ${notes}(?: from| of)?`,
    ],
    ['age', `how far back do ${notes} go`],
    ['age', '(?:what|which) year (?:is|was) (?:this|that|it)(?: from)?'],
    [
      'age',
      `(?:${asked} )?(?:(?:is|was) )?(?:the )?(?:latest|newest|most recent) (?:conference|event|conf|meetup)`,
    ],
    ['writer', `who (?:took|wrote|made|writes|takes|maintains|created|keeps|is behind) ${notes}`],
    ['writer', 'whose notes are (?:these|they|those)'],
    ['best', `(?:${asked} )?(?:(?:are|were|is|was) )?(?:the |your |some )?${best} ${talks}${at}`],
    [
      'best',
      `${asked} ${talks}${at} (?:are|were|is|was) (?:the )?(?:${best}|worth (?:watching|reading|seeing|a look|it))`,
    ],
    ['best', `(?:what|which) ${talks} (?:do|would|can) you recommend(?: me)?`],
    ['best', `(?:can you )?(?:recommend|suggest) (?:me |us )?(?:an?|some|any) (?:good )?${talks}`],
    ['best', '(?:can you )?(?:recommend|suggest) (?:me |us )?(?:something|anything)(?: to watch)?'],
    ['best', `(?:(?:are|were) there )?(?:(?:any|some|what are|which are|the) )*${good} ${talks}${at}`],
    [
      'best',
      `(?:what|which) ${talks}${at} (?:should|must|do|would) (?:i|we|one|you) (?:watch|see|read|start with|begin with)(?: first)?`,
    ],
    ['age', `what(?:[’']?s| is| are) (?:new|the news)(?: (?:in|among) ${notes}| here)?`],
    [
      'things',
      `(?:(?:show|give|get|send)(?: me| us)? |is there |have you (?:got )?)?(?:an? |the )?(?:full |complete )?list (?:of|with) (?:all |the )*${things}(?: ${mentioned})?${at}`,
    ],
    ['things', `${asked} (?:are |were )?(?:all |the |of )*${things}(?: ${mentioned})?${at}`],
    ['things', `(?:all |the )*${things} ${mentioned}${at}`],
    [
      'overview',
      `(?:i (?:have )?missed (?:the )?(?<event>.+?)[,;.:]? )?what (?:should|do|must) i (?:need to |have to )?know`,
    ],
    ['overview', 'where (?:do|should|can|could|shall) (?:i|we|one|you) (?:even )?(?:start|begin)'],
    ['overview', '(?:what|anything) (?:did|have) (?:i|we) miss(?:ed)?'],
    ['overview', '(?:show|tell|give) (?:me|us) (?:everything|all(?: of it| the notes)?)'],
    ['overview', `what should (?:i|we) (?:know|read|watch|see|start with)(?: first)?`],
    [
      'overview',
      `(?:(?:give|show)(?: me| us)? )?(?:an? |the )?(?:short |quick )?overview(?: of ${whole})?${at}`,
    ],
    [
      'overview',
      `(?:${asked} )?(?:(?:are|were) )?(?:the )?(?:highlights|main points|key points)(?: of ${whole})?${at}`,
    ],
    ['overview', `${lessons}(?: (?:of|from) ${whole})?${at}`],
    // If no event is named, takeaways are those of a talk.
    ['overview', `${lessons} (?:of|from|at) (?:the )?(?<event>.+?)`],
    ['overview', `${briefly}(?:(?: of| for)? ${whole})?${at}`],
    ['overview', `${briefly} (?:(?:of|for|from|on) )?(?:the )?(?<event>.+?)`],
    ['overview', `(?:what|wat) (?:was|is|were) ${whole} (?:all )?about`],
    ['overview', `i(?: am|['’]?m) new(?: here)?(?:[,.:]? (?:where do i start|what should i know))?`],
  ] as const
).map(([asks, pattern]) => [asks, new RegExp(`^${polite()}${pattern}(?: please| pls)?$`, 'i')] as const)

function polite(): string {
  return '(?:(?:hi|hey|hello|please|pls|so|ok)[,!]? )*'
}

/** Longer than any such question. */
const maxLength = 100

/** readNotesRequest('how old are these notes?', names) // => { asks: 'age' } */
export function readNotesRequest(question: string, names: KnownNames): NotesRequest | undefined {
  if (question.length > maxLength) return undefined
  const text = bareQuestion(question)
  for (const [asks, pattern] of patterns) {
    const found = pattern.exec(text)
    if (found === null) continue
    const { event: said, things: named } = found.groups ?? {}
    const request = { asks, ...(named !== undefined && { things: named }) }
    if (said === undefined || anyEvent.test(said)) return request
    const event = names.clauseFor('event', said, true)
    if (event !== undefined) return { ...request, event }
  }
  return undefined
}

const anyEvent = /^(?:the |this |that |your |all |these )*(?:conference|conf|event|notes|talks|all|year)$/i
