import { isOfWordsAlone, parseQuery } from '../search/query/parse-query.ts'
import type { QueryWord } from '../search/query/query.ts'
import { askedLanguages, tellsTopic, wordsThatOnlyAsk } from '../search/query/word-roles.ts'

/** How a question is about what was said before it: it names nothing else, or something of its own besides. */
export type Reference = 'alone' | 'besides'

/**
 * How a question says `that`, `it` or `he` for what was said before it. Undefined if it does not, but means what it names itself; if it
 * names so much that it tells enough without that; and if it is no question.
 *
 * referenceToAbove('and who measured that?') // => 'alone'
 * referenceToAbove('does it run on Windows?') // => 'besides'
 * referenceToAbove('what is Podman, and how do I install it?') // => undefined
 */
export function referenceToAbove(question: string): Reference | undefined {
  const query = parseQuery(question)
  const { words } = query
  if (words.length > maxWords || !isOfWordsAlone(query) || ofOthers.test(question)) return undefined
  if (!/\?\s*$/.test(question) && !beginsToAsk.test(question)) return undefined
  const first = words.findIndex((word, at) => isPronoun(word, words[at - 1], words[at + 1], question))
  if (first < 0 || isNamedBefore(first, words, question)) return undefined
  const named = topicsIn(question, words)
  if (named.length > maxTopics) return undefined
  const namesOther = named.some(
    (word) =>
      (word.start > 0 && /^\p{Lu}/u.test(word.text)) || beforeTopic.test(question.slice(0, word.start)),
  )
  return named.length > 1 || namesOther ? 'besides' : 'alone'
}

const beginsToAsk =
  /^(?:(?:and|so|but|ok|okay|und|also)[ ,]+)?(?:who|whom|whose|what|which|how|when|where|why|do|does|did|is|are|was|were|can|could|will|would|should|has|have|had|any|wer|wen|wem|was|wie|wo|womit|wof[uü]r|wann|warum|wieso|hat|haben|ist|war|sind|kann|gibt)\b/i
/** `about the GIL` */
const beforeTopic = /\b(?:about|on|of|with|to|für|über|zu|mit|von) (?:(?:the|an?|die|das|der|den|dem) )?$/i

const maxWords = 14
const maxTopics = 3

/** Other talks are wanted, something is to be done with this one, or `it` stands for nothing: `is it worth learning Rust?` */
const ofOthers = new RegExp(
  [
    String.raw`\b(?:talks|sessions|presentations|notes|vorträge|others?|else about|(?:who|any(?:one|body)|some(?:one|body)) else)\b`,
    String.raw`\b(?:the|any) one (?:where|about|on|with|by|that)\b`,
    String.raw`\bit so that\b|^(?:please )?(?:share|list|send|save|print|delete|forget|stop)\b`,
    String.raw`\bit (?:is |was )?(?:really |still )?(?:worth|possible|ok|okay|hard|easy|better|good|bad|safe|time) (?:to |\p{L}+ing\b)`,
  ].join('|'),
  'iu',
)

/** Whether the question itself names what its pronoun may stand for. What stands right before that is a verb: `who measured that?` */
function isNamedBefore(pronoun: number, words: readonly QueryWord[], question: string): boolean {
  if (words.slice(1, pronoun).some(({ folded }) => joining.has(folded))) return true
  // `how do people test their apps?`
  const isOfSomebody = ofSomebody.has(words[pronoun]!.folded)
  if (isOfSomebody && words.slice(0, pronoun).some(({ folded }) => somebody.has(folded))) return true
  // `which framework has its own language?`
  const asked = words.slice(0, pronoun).findIndex(({ folded }) => whichThing.test(folded))
  const namesAsked = asked >= 0 && !auxiliary.test(words[asked + 1]?.folded ?? '')
  if (namesAsked && possessives.has(words[pronoun]!.folded)) return true
  const named = topicsIn(question, words.slice(0, pronoun))
  return named.some((word) => word !== words[pronoun - 1] || (word.start > 0 && /^\p{Lu}/u.test(word.text)))
}

/** Before these a clause ends, which has named something. */
const joining: ReadonlySet<string> = new Set(
  'and or but because when if since while und oder aber weil wenn als ob'.split(' '),
)

/** What a question names before some place, but for what it asks for: `which file` names no file. */
function topicsIn(question: string, words: readonly QueryWord[]): readonly QueryWord[] {
  const onlyAsk = wordsThatOnlyAsk(parseQuery(question).words, askedLanguages)
  const isPlain = ({ folded }: QueryWord) => onlyAsk.has(folded) || germanAsking.has(folded)
  const asked = words.findIndex(({ folded }) => whichThing.test(folded))
  const end = asked < 0 ? -1 : words.findIndex((word, at) => at > asked && auxiliary.test(word.folded))
  return words.filter(
    (word, at) =>
      tellsTopic(word) &&
      !isPlain(word) &&
      !pronouns.has(word.folded) &&
      !somebody.has(word.folded) &&
      !(asked >= 0 && at > asked && at < (end < 0 ? asked + 2 : end)),
  )
}

/** What something is asked for by, before its name: `how many core developers`. */
const whichThing = /^(?:what|which|whose|many|much|welch(?:e|em|en|er|es)|viele?n?|wieviele?n?)$/

/** What asks in a German question of a few words, which tells its language by nothing else. */
const germanAsking: ReadonlySet<string> = new Set(
  `was wer wie wo wann warum wieso weshalb womit wofur wofuer woher wohin wem wen hat haben hatte ist war waren sind wird wurde kann konnen kostet
   geht gibt macht sagt sagte gesagt und noch auch in mit von zu bei auf`.split(/\s+/),
)

/** Somebody, or several things. */
const pronouns: ReadonlySet<string> = new Set(
  `he she him his they them their its er ihn ihm ihre ihren ihrem ihrer dessen davon dazu daruber damit dabei dort dafur darin dagegen danach`.split(
    ' ',
  ),
)
/** Who is nobody that was named. */
const somebody: ReadonlySet<string> = new Set(
  'people teams team somebody someone anybody anyone nobody others folks companies leute jemand niemand'.split(
    ' ',
  ),
)
const possessives: ReadonlySet<string> = new Set('its his her their ihre ihren ihrem ihrer dessen'.split(' '))
const ofSomebody: ReadonlySet<string> = new Set('they them their ihre ihren ihrem ihrer'.split(' '))
/** Things that are also said of what comes next: `that talk`, `this year`. */
const pointing: ReadonlySet<string> = new Set('this that these those das dies'.split(' '))
/** `gibt es`, `es gibt` and `is it worth` say nothing of anything. */
const besideNothing: ReadonlySet<string> = new Set('gibt gab geben'.split(' '))
/** `that` behind these goes on with a sentence: `I heard that oars break`, `a talk that shows oars`. */
const goingOn =
  /^(?:talks?|sessions?|notes?|ones?|some(?:thing|one|body)|any(?:thing|one|body)|people|person|things?|tools?|so|know|think|say|said|says|hear|heard|claims?|claimed|believe|sure|means?|now|show|shows)$/
/** `that talk about kettles` is another. */
const namesTalk = /^\s+(?:about|on|with|where|by|from|in which|that|which|who|über|zu|von|mit|wo)\b/i
/** What stands behind `das` alone, and before a noun behind another word. */
const afterThing =
  /^(?:auch|noch|denn|eigentlich|nicht|schon|mit|ohne|in|im|auf|fur|bei|von|gegen|unter|alles|so)$/
const auxiliary =
  /^(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|ist|war|hat|kann|wird|wurde|kostet|geht)$/

function isPronoun(
  { text, folded }: QueryWord,
  before: QueryWord | undefined,
  after: QueryWord | undefined,
  question: string,
): boolean {
  if (pronouns.has(folded)) return text !== 'Er'
  if (folded === 'it') return text !== 'IT'
  if (folded === 'es' || folded === 'sie') return text === folded && !besideNothing.has(before?.folded ?? '')
  if (!pointing.has(folded)) return false
  const isLast = after === undefined || /^\s*[,.;:?!]/.test(question.slice(after.start - 1))
  if (isLast) return true
  // `that talk` is the one above; `that Oar talk` may be any.
  if (/^(?:talk|session|presentation|vortrag)$/.test(after.folded))
    return !namesTalk.test(question.slice(after.end))
  // `das neue Boot`
  if (folded === 'das' || folded === 'dies')
    return afterThing.test(after.folded) || !/\p{Lu}/u.test(question.slice(after.start))
  // `does anybody use that in production?`
  if (
    /^(?:in|at|for|with|without|from|as|under|instead)$/.test(after.folded) &&
    !goingOn.test(before?.folded ?? '')
  )
    return true
  if (goingOn.test(before?.folded ?? '') || /^\p{Lu}/u.test(after.text)) return false
  return auxiliary.test(before?.folded ?? '') || auxiliary.test(after.folded)
}
