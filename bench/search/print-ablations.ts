import { defaultParameters } from '../../src/search/rank/parameters.ts'
import { createRandom } from '../random.ts'
import { type Ablation, chooseAblations } from './ablations.ts'
import { fraction, probability, signed } from './format.ts'
import { printParagraphs, printTable, report } from './print.ts'
import { type Comparison, compare, meanOf } from './statistics/grouped.ts'
import type { Collection } from './subjects/collections.ts'
import { openSubjects, type SubjectSources } from './subjects/open-subjects.ts'
import { type Figure, rankingSubject } from './subjects/subject.ts'

export interface AblationRun extends SubjectSources {
  readonly collections: readonly Collection[]
  /** Parts of the names of ideas; all ideas if undefined. */
  readonly ideas?: readonly string[]
}

/** Switches one idea off at a time: a row an idea says what it is worth, as soon as that is known. */
export async function printAblations(run: AblationRun): Promise<void> {
  const wanted = chooseAblations(run.ideas)
  const subjects = [rankingSubject(run.collections), ...(await openSubjects(run))]
  const measure = async ({ change, spelling = true }: Pick<Ablation, 'change' | 'spelling'>) => {
    const figures: Figure[] = []
    for (const subject of subjects)
      figures.push(...(await subject({ parameters: change(defaultParameters), spelling })))
    return figures
  }
  const whole = await measure({ change: (parameters) => parameters })
  printParagraphs('### What each idea is worth', explanationOf(run, whole))
  const table = printTable(['idea', ...whole.map(({ name }) => name), 'what it is'])
  table.row('all of them', ...whole.map(({ values }) => fraction(meanOf(values))), '')
  for (const ablation of wanted) {
    report(ablation.name)
    const without = await measure(ablation)
    const random = createRandom(9)
    const worth = whole.map(({ values }, place) => compare(values, without[place]!.values, random))
    table.row(
      ablation.name,
      ...worth.map((one, place) => cellOf(one, whole[place]!.values.length)),
      ablation.says,
    )
  }
  table.end()
}

function explanationOf({ collections, lines }: AblationRun, whole: readonly Figure[]): string {
  const counts = whole.map(({ name, values }) => `${name} ${values.flat().length}`).join(', ')
  const names = collections.map(({ name }) => name).join(', ')
  const talks = lines
    ? ` Titles and other subjects are asked of ${lines.length.toLocaleString('en')} talks.`
    : ''
  return `By how much a figure is higher with the idea than without it, and p. MRR@10 and nDCG@10 are means over ${names}, \
with the numbers of collections that are better and worse.${talks} Questions: ${counts}.`
}

function cellOf({ difference, p, better, worse }: Comparison, groups: number): string {
  if (better + worse === 0) return '0'
  const collections = groups > 1 ? `, ${better}/${worse}` : ''
  return `${signed(difference, 4)} (${probability(p)}${collections})`
}
