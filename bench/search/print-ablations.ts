import { readCorpus } from '../../src/notes/read-corpus.ts'
import { defaultParameters } from '../../src/search/rank/parameters.ts'
import { createRandom, shuffle } from '../random.ts'
import { type Ablation, chooseAblations } from './ablations.ts'
import { fraction, probability, signed } from './format.ts'
import { printParagraphs, printTable, report } from './print.ts'
import { type Comparison, compare, meanOf } from './statistics/grouped.ts'
import type { Collection } from './subjects/collections.ts'
import { importTalks } from './subjects/imported-talks.ts'
import {
  type Figure,
  namesSubject,
  openNotesSubjects,
  rankingSubject,
  type Subject,
  talksSubject,
} from './subjects/subject.ts'

export interface AblationRun {
  readonly collections: readonly Collection[]
  /** Collections whose questions are of other sciences. */
  readonly sciences: readonly Collection[]
  /** Of pyvideo-talks.jsonl, if there is one. */
  readonly lines: readonly string[] | undefined
  /** Files of judged questions on the notes, or folders of them. */
  readonly questions: readonly string[]
  /** Parts of the names of ideas; all ideas if undefined. */
  readonly ideas?: readonly string[]
}

/** Switches one idea off at a time: a row an idea says what it is worth, as soon as that is known. */
export async function printAblations(run: AblationRun): Promise<void> {
  const wanted = chooseAblations(run.ideas)
  const subjects = await subjectsOf(run)
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

async function subjectsOf({ collections, sciences, lines, questions }: AblationRun): Promise<Subject[]> {
  // First, so that a file that cannot be read is told at once.
  const notes = await openNotesSubjects(questions)
  const talks = lines ? await openTalksSubjects(lines, sciences) : []
  return [rankingSubject(collections), ...talks, ...notes]
}

/** The first questions are those of `--only abstaining` on all talks. */
async function openTalksSubjects(
  lines: readonly string[],
  sciences: readonly Collection[],
): Promise<Subject[]> {
  report(`importing ${lines.length} talks`)
  await using imported = await importTalks(shuffle(lines, createRandom(6)))
  const corpus = await readCorpus(imported.folder)
  return [talksSubject(corpus, sciences), namesSubject(corpus, 'talks')]
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
