import type { Answer } from '../../answers/answer.ts'
import { slotsOf } from '../../notes/talk-slots.ts'
import type { SearchResult } from '../../search/search-engine.ts'
import { quotationLength } from './format-talk.ts'

/** An answer as one JSON object, which has the same keys whatever became of the question. */
export function answerAsJson(answer: Answer, { facets = 0 }: { readonly facets?: number | undefined }) {
  const answered = answer.kind === 'none' || answer.kind === 'listing' ? undefined : answer
  const listing = answer.kind === 'listing' ? answer : undefined
  const paged = answered ?? listing
  return {
    question: answer.question,
    kind: answer.kind,
    reason: (answer.kind !== 'listing' && answer.reason) || null,
    shape: answered?.shape ?? null,
    confidence: answered?.confidence ?? 0,
    results: answer.results.map(resultAsJson),
    didYouMean: answered?.didYouMean?.question ?? null,
    isCorrected: answered?.didYouMean?.isAnswered ?? false,
    explanation: answer.explanation,
    suggestions: answer.suggestions,
    notices: answer.notices,
    listed: listing
      ? { of: listing.of, values: listing.values, ...(listing.links && { links: listing.links }) }
      : null,
    offset: paged?.offset ?? 0,
    total: paged?.total ?? 0,
    ...(facets > 0 && { facets: answered?.facets ?? [] }),
    isPartial: answered?.isPartial ?? false,
    isStartedAgain: paged?.isStartedAgain ?? false,
    corpusVersion: answer.corpusVersion,
  }
}

export function resultAsJson({ talk, score, coverage, quote, evidence, explanation }: SearchResult) {
  const { text, highlights, file, line, section } = quote(quotationLength)
  return {
    id: talk.id,
    title: talk.title,
    kind: talk.kind,
    event: talk.event.name,
    date: talk.date ?? null,
    slots: slotsOf(talk).filter((slot) => Object.keys(slot).length > 0),
    year: talk.date ? Number(talk.date.slice(0, 4)) : (talk.event.year ?? null),
    speakers: talk.speakers.map((speaker) => speaker.name),
    tags: talk.tags,
    language: talk.language,
    score,
    coverage: coverage(),
    passage: { text, highlights, file, line, section },
    isByMeaning: evidence().isByMeaning,
    links: talk.links,
    followUps: talk.followUps,
    ...(explanation && { explanation }),
  }
}
