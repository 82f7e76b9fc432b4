import { parseQuery } from '../../search/query/parse-query.ts'
import type { Notice, Query } from '../../search/query/query.ts'
import type { SearchEngine } from '../../search/search-engine.ts'
import {
  cutOut,
  joinTexts,
  type PlacedText,
  partPlaced,
  placedAsTyped,
  placeTyped,
  putIn,
  typedByNobody,
} from '../../text/placed-text.ts'
import { isTitle } from '../programme/find/is-title.ts'
import { readKindOnTopic, signOfKindOnTopic } from './read-kind-on-topic.ts'
import { isOfAllTalks, readLanguageOrLinks, signOfLanguageOrLinks } from './read-language-or-links.ts'
import { isOfEverything, isOnlySigns, readLeftOut, signOfLeavingOut } from './read-left-out.ts'
import type { SaidInWords } from './said-in-words.ts'

/** A question with what it says in words. */
interface ReadInWords extends Pick<SaidInWords, 'ifNone' | 'mayBeWords'> {
  readonly query: Query
  /** What was typed of the query's text. */
  readonly placed: PlacedText
  /** What is asked without it. */
  readonly rest: string
  /** What was read, in the order in which it was typed. */
  readonly notices: readonly Notice[]
}

/** The order in which such parts are taken out of a question. */
const readers = [readWhich, readWhich, readWhich, readKindOnTopic, readLeavingOut]

/**
 * Reads what a question says in words although the query language has signs for it: which languages talks should be in, whether with a
 * video, and what to leave out. Undefined if nothing is, as in most questions, or if the question is a title.
 */
export async function readSaidInWords(asked: Query, engine: SearchEngine): Promise<ReadInWords | undefined> {
  const whole = placedAsTyped(asked.text)
  const typed = asked.filters.map((filter) => partPlaced(whole, filter))
  const all: SaidInWords[] = []
  let left = asked.filters.reduceRight(cutOut, whole)
  for (const read of readers) {
    const said = await read(left.text, engine, typed.length > 0)
    if (said === undefined) continue
    all.push({ ...said, notice: { ...said.notice, ...placeTyped(left, said.notice) } })
    left = said.instead ? putIn(left, said.notice, said.instead) : cutOut(left, said.notice)
  }
  const [first, ...others] = all
  if (first === undefined || (await isTitle(asked.text, engine))) return undefined
  const placed = joinTexts([
    typed.length > 0 && isOnlySigns(left.text) ? left : talksOf(left, all),
    ...typed,
    typedByNobody(all.flatMap(({ clauses }) => clauses).join(' ')),
  ])
  return {
    query: parseQuery(placed.text),
    placed,
    rest: joinTexts([left, ...typed]).text,
    notices: all.map(({ notice }) => notice).sort((a, b) => a.start - b.start),
    ifNone: others.length === 0 ? first.ifNone : 'No talk fits all of that.',
    mayBeWords: others.length === 0 && first.mayBeWords === true,
  }
}

async function readWhich(text: string, engine: SearchEngine) {
  // `in German: keynotes on boats`
  const hasSign = signOfLanguageOrLinks.test(text) || signOfKindOnTopic.test(text)
  return hasSign ? readLanguageOrLinks(text, engine) : undefined
}

async function readLeavingOut(text: string, engine: SearchEngine, isNarrowed: boolean) {
  return signOfLeavingOut.test(text) ? readLeftOut(text, engine, isNarrowed) : undefined
}

/** If the question names nothing but talks, it asks for a list of them. */
function talksOf(left: PlacedText, said: readonly SaidInWords[]): PlacedText {
  const isOfKind = said.some(({ notice }) => notice.kind === 'read-kind')
  if (!isOfEverything(left.text) && !(isOfKind && isOfAllTalks(left.text))) return left
  // No list is made of workshops.
  if (/workshop|tutorial/i.test(left.text)) return left
  const [kind = 'talk'] = /keynote|lightning talk/i.exec(left.text) ?? []
  return typedByNobody(`list ${kind.toLowerCase()}s`)
}
