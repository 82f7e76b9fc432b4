import type { Answered } from '../../answers/answer.ts'
import type { Facet } from '../../search/filter/facets.ts'
import { narrowQuestion } from '../../search/filter/write-filter.ts'
import type { Offer } from './buttons.ts'

const maxOffers = 3
/** Fewer talks than this are sooner read than narrowed. */
const minTalks = 6
/** A value of more than this share of the talks hardly narrows. */
const maxShare = 0.7

/**
 * The same question asked of a part of the talks, if more match than are shown: `Only #flask (4)`.
 * @param isExact whether unknown words were left as they are
 */
export function narrowingOffers(answer: Answered, shown: number, isExact = false): readonly Offer[] {
  const { kind, question, didYouMean, facets, total } = answer
  if (kind !== 'found' || total < minTalks || total <= shown) return []
  const asked = didYouMean?.isAnswered ? didYouMean.question : question
  // Every talk has one kind, and there are no more kinds than values are counted.
  const kinds = facets.find(({ field }) => field === 'kind')?.values ?? []
  const talks = kinds.reduce((sum, { count }) => sum + count, 0)
  return facets
    .flatMap(({ field, values }) => values.slice(0, perField[field]).map((value) => ({ field, ...value })))
    .filter(({ count }) => count > 1 && count <= maxShare * talks)
    .sort((a, b) => Number(a.field === 'kind') - Number(b.field === 'kind') || b.count - a.count)
    .slice(0, maxOffers)
    .map(({ field, value, count, filter }) => ({
      question: narrowQuestion(asked, field, filter),
      label: `Only ${called[field] ?? ''}${value} (${count})`,
      ...(isExact && { isExact }),
    }))
}

/** What a value is called if it does not speak for itself: kinds and languages are words like any other. */
const called: Partial<Readonly<Record<Facet['field'], string>>> = {
  tag: '#',
  kind: 'kind: ',
  lang: 'language: ',
  room: 'room: ',
}

/** How many values of each are offered. A kind is what people ask for least, so it comes last. */
const perField: Readonly<Record<Facet['field'], number>> = {
  tag: 2,
  event: 1,
  speaker: 1,
  year: 1,
  room: 1,
  lang: 1,
  kind: 1,
}
