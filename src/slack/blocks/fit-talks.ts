import type { types } from '@slack/bolt'
import type { SearchResult } from '../../search/search-engine.ts'
import { fitLine } from './fit.ts'
import { limits } from './limits.ts'
import { buildTalkBlocks, type Detail } from './talk-blocks.ts'

/** How many talks one answer shows. */
export const talksPerAnswer = 3
const generous: Detail = { passage: 420, links: 4, followUps: 3 }
const brief: Detail = { passage: 300, links: 3, followUps: 2 }
const bare: Detail = { passage: 160, links: 0, followUps: 0 }

/** From generous to bare: the first that is not too long is taken, so that an answer is never refused for its size. */
const fallbacks: readonly Fallback[] = [
  { talks: talksPerAnswer, first: generous, others: brief },
  { talks: talksPerAnswer, first: brief, others: { ...brief, links: 1, followUps: 1 } },
  { talks: talksPerAnswer, first: bare, others: bare },
  { talks: 1, first: bare, others: bare },
  { talks: 1, first: bare, others: bare, isCrowded: true },
]

interface Fallback {
  readonly talks: number
  readonly first: Detail
  readonly others: Detail
  /** Whether there is no room for what is only offered. */
  readonly isCrowded?: boolean
}

/**
 * The message's blocks around the talks, with as much of the talks as fits.
 * @param reasonFor why a talk is shown, if that needs saying
 */
export function fitTalks<Result extends SearchResult>(
  results: readonly Result[],
  build: (
    talks: readonly types.KnownBlock[],
    shown: number,
    isCrowded: boolean,
  ) => readonly types.KnownBlock[],
  reasonFor: (result: Result) => string = () => '',
): readonly types.KnownBlock[] {
  let blocks: readonly types.KnownBlock[] = []
  for (const { talks, first, others, isCrowded = false } of fallbacks) {
    const shown = results.slice(0, talks)
    const groups = shown.map((result, index) =>
      buildTalkBlocks(result, index === 0 ? first : others, reasonFor(result)),
    )
    blocks = build(between(groups), shown.length, isCrowded)
    if (JSON.stringify(blocks).length <= limits.messageSize) break
  }
  return blocks
}

/** The titles of the talks, for the fallback text. */
export function titles(results: readonly SearchResult[]): string {
  return results
    .slice(0, talksPerAnswer)
    .map(({ talk }) => fitLine(talk.title, 90))
    .join(' · ')
}

export const divider: types.DividerBlock = { type: 'divider' }

function between(groups: readonly (readonly types.KnownBlock[])[]): readonly types.KnownBlock[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [divider, ...group]))
}
