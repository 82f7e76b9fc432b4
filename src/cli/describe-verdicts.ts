import type { Corpus } from '../notes/corpus.ts'
import { shownPlace } from '../notes/format-problem.ts'
import type { VerdictCounts } from '../store/store.ts'
import { amountOf } from '../text/amount-of.ts'
import { allTips } from '../tips/tip.ts'

/**
 * What people think of the tips, a line a tip, by workspace if there are several: those that fewest found useful first, since these are to
 * be mended. It tells how many they are, and not who.
 */
export async function describeVerdicts(
  counts: readonly VerdictCounts[],
  corpus: Corpus,
): Promise<readonly string[]> {
  if (counts.length === 0)
    return ['Nobody has judged a tip yet: each has the buttons “Useful” and “Not useful”.']
  const tips = new Map((await allTips(corpus)).map((tip) => [`tip:${tip.id}`, tip]))
  const byTeam = [...Map.groupBy(counts, ({ teamId }) => teamId)]
  return byTeam.flatMap(([teamId, all]) => {
    const known = all
      .flatMap((one) => tips.get(one.subject) ?? [])
      .map((tip) => ({ tip, ...all.find(({ subject }) => subject === `tip:${tip.id}`)! }))
      .sort((one, other) => balance(one) - balance(other))
    const gone = all.length - known.length
    return [
      ...(byTeam.length > 1 ? [`${teamId}:`] : []),
      ...known.map(({ tip: { talk, passage }, useful, notUseful }) => {
        const place = shownPlace({ file: talk.file, line: passage.line })
        return `${useful} useful, ${notUseful} not: ${passage.text.replace(/\s+/g, ' ')} (${talk.title}, ${place})`
      }),
      ...(gone > 0
        ? [`${amountOf(gone, 'tip')} that people judged ${gone > 1 ? 'are' : 'is'} no longer in the notes.`]
        : []),
    ]
  })
}

const balance = ({ useful, notUseful }: VerdictCounts): number => useful - notUseful
