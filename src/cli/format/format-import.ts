import { pathForPeople } from '../../files/path-for-people.ts'
import type { PreparedImport } from '../../import/import-talks.ts'
import type { OutlinedTalk, PlannedEvent } from '../../import/plan/import-plan.ts'
import type { WriteResult } from '../../import/write/write-result.ts'
import { amountOf } from '../../text/amount-of.ts'
import { commandToType } from '../../text/command-to-type.ts'
import { firstFew } from '../../text/first-few.ts'

const eventsShown = 10
const problemsShown = 50
/** Of files with which the same is wrong. */
const alikeShown = 3
const talksShown = 100

/** What is wrong with the input, one line each. */
export function formatProblems({ bad, badCount, unreadable }: PreparedImport): readonly string[] {
  const shown = bad
    .slice(0, problemsShown)
    .map(({ where, title, reason }) => `${where}${title ? ` "${title}"` : ''}: ${reason}; left out`)
  return [
    ...shown,
    ...(badCount > shown.length
      ? [`… and ${number(badCount - shown.length)} more records that cannot be read`]
      : []),
    ...describeUnreadable(unreadable),
  ]
}

/** Of many files with which the same is wrong, a few. */
function describeUnreadable(unreadable: PreparedImport['unreadable']): readonly string[] {
  const lines = [...Map.groupBy(unreadable, ({ reason }) => reason).values()].flatMap((alike) => [
    ...alike.slice(0, alikeShown).map(({ file, reason }) => `${file}: ${reason}`),
    ...(alike.length > alikeShown
      ? [`… and ${amountOf(alike.length - alikeShown, 'more file')} of which the same is true`]
      : []),
  ])
  const rest = lines.length - problemsShown
  return [
    ...lines.slice(0, problemsShown),
    ...(rest > 0 ? [`… and ${amountOf(rest, 'more line')} on files that cannot be read`] : []),
  ]
}

/** What would be written, as a preview. */
export function formatPlan(
  plan: PreparedImport,
  { path, into }: { readonly path: string; readonly into: string },
): readonly string[] {
  const { events, counts, sample, outline } = plan
  const from = pathForPeople(path)
  if (events.length === 0 && plan.notes > 0) return [...plan.hints.slice(0, 5), inCorpus]
  if (events.length === 0)
    return [
      `No talks found in ${from}.`,
      ...plan.hints.slice(0, 5),
      ...(plan.passed > 0
        ? [
            `${amountOf(plan.passed, 'entry', 'entries')} of it are pauses, drafts, cancelled or to be announced.`,
          ]
        : []),
      'What is read: schedules, lists and tables of talks, playlists, and notes. See docs/importing.md.',
    ]
  const total = counts.new + counts.changed + counts.unchanged + counts.kept
  const work = events.filter(({ staged, eventFile }) => staged || eventFile !== undefined)
  const head = `${from}: ${amountOf(total, 'talk')} of ${amountOf(events.length, 'event')} (${tally(plan)})`
  if (work.length === 0) return [head, ...keptLines(plan, into), inCorpus]
  return [
    head,
    `Into ${pathForPeople(into)}/:`,
    ...work.slice(0, eventsShown).map((event) => `  ${event.id}/  ${describeEvent(event)}`),
    ...(work.length > eventsShown ? [`  … and ${amountOf(work.length - eventsShown, 'more event')}`] : []),
    ...keptLines(plan, into),
    ...(outline.length > 0
      ? describeOutline(outline)
      : sample
        ? ['For example:', ...describeSample(sample)]
        : []),
    ...plan.hints.slice(0, 5),
  ]
}

const inCorpus = 'Everything is in the corpus already.'

/** What was done, when it is done. */
export function formatSummary(plan: PreparedImport, done: WriteResult, into: string): readonly string[] {
  const { counts, badCount } = plan
  const more = done.kept.length - 5
  return [
    `Written: ${number(done.written)}, unchanged: ${number(counts.unchanged + done.already)}, edited by hand ` +
      `and kept: ${number(counts.kept)}, bad: ${number(badCount)}.`,
    ...(done.kept.length > 0
      ? [
          'Edited or added since the preview, and kept; import again to see what is left to do:',
          ...done.kept.slice(0, 5).map((id) => `  ${into}/${id}`),
          ...(more > 0 ? [`  … and ${number(more)} more`] : []),
        ]
      : []),
    ...formatGone(plan, into),
    `Run ${commandToType('check', into)} to see how they read.`,
  ]
}

/** Talks that were imported and that their source no longer holds; nothing is done about them. */
export function formatGone({ gone, badCount }: PreparedImport, into: string): readonly string[] {
  const sources = [...new Set(gone.map(({ file }) => file))]
  return sources.flatMap((source) => {
    const talks = gone.filter(({ file }) => file === source)
    const what =
      source === undefined
        ? 'Cancelled, by the source'
        : `No longer in ${source}${badCount > 0 ? ', or among its bad records' : ''}`
    return [
      `${what}: ${talks.length === 1 ? '1 talk that stays until you delete it' : `${number(talks.length)} talks that stay until you delete them`}:`,
      ...talks.slice(0, 5).map(({ path }) => `  ${into}/${path}`),
      ...(talks.length > 5 ? [`  … and ${number(talks.length - 5)} more`] : []),
    ]
  })
}

function tally({ counts, badCount, passed, repeats, copies, notes }: PreparedImport): string {
  const parts = [
    [counts.new, 'new'],
    [counts.changed, 'changed'],
    [counts.unchanged, 'unchanged'],
    [counts.kept, 'edited by hand and kept'],
    [badCount, 'bad'],
    [repeats, 'given again'],
    [copies, 'in another file too'],
    [notes, 'left out, as notes already'],
    [passed, 'passed over (pauses and the like)'],
  ] as const
  return parts.flatMap(([amount, what]) => (amount > 0 ? [`${number(amount)} ${what}`] : [])).join(', ')
}

function describeEvent({ facts, counts }: PlannedEvent): string {
  const dates = facts.starts
    ? `, ${facts.starts}${facts.ends && facts.ends !== facts.starts ? ` to ${facts.ends}` : ''}`
    : ''
  const talks = [
    ...(counts.new > 0 ? [`${number(counts.new)} new`] : []),
    ...(counts.changed > 0 ? [`${number(counts.changed)} changed`] : []),
  ]
  return `${facts.name}${dates}: ${talks.join(', ') || 'event.yml'}`
}

function keptLines(plan: PreparedImport, into: string): readonly string[] {
  const { kept, counts, textsKept } = plan
  const shown = kept.slice(0, 5).map((id) => `  ${pathForPeople(into)}/${id}`)
  const more = counts.kept - shown.length
  return [
    ...(kept.length > 0 ? ['Edited or written by hand, and kept:', ...shown] : []),
    ...(kept.length > 0 && more > 0 ? [`  … and ${number(more)} more`] : []),
    ...(textsKept.length > 0
      ? [
          `Kept as they are, since they have a text and the source gives none now: ${firstFew(textsKept.map((title) => `“${title}”`))}. ` +
            'If it stands in a column, name that as before (--columns description="…"); --force takes the text away.',
        ]
      : []),
  ]
}

/** Every talk, so that one which is missing is noticed; of very many those in the middle are only counted. */
function describeOutline(outline: readonly OutlinedTalk[]): readonly string[] {
  const fileOf = ({ where }: OutlinedTalk) => where.replace(/\d+$/, '')
  const file = outline[0] ? fileOf(outline[0]) : ''
  const isOneFile = outline.every((talk) => fileOf(talk) === file)
  const places = outline.map(({ where }) => (isOneFile ? where.slice(file.length) : where))
  const width = places.reduce((widest, place) => Math.max(widest, place.length), 0)
  const lines = outline.map(({ title, speakers, words, outcome }, index) => {
    const place = isOneFile ? places[index]?.padStart(width) : places[index]?.padEnd(width)
    const facts = [title, speakers.join(', '), amountOf(words, 'word'), outcome === 'new' ? '' : outcome]
    return `  ${place}  ${facts.filter(Boolean).join(' · ')}`
  })
  const left = lines.length - talksShown
  return [
    isOneFile ? 'Talks, by their lines:' : 'Talks:',
    ...lines.slice(0, left > 0 ? talksShown / 2 : talksShown),
    ...(left > 0 ? [`  … and ${amountOf(left, 'more talk')} …`, ...lines.slice(-talksShown / 2)] : []),
  ]
}

function describeSample({ event, record }: NonNullable<PreparedImport['sample']>): readonly string[] {
  const speakers = record.speakers?.map(({ name }) => name).join(', ')
  const [summary = ''] = record.body.split('\n\n')
  return [
    `  ${event}/${record.id}: ${record.title}`,
    `  ${[record.kind, speakers, record.tags?.join(', '), ...(record.links?.map(({ url }) => url) ?? [])].filter(Boolean).join(' · ')}`,
    ...(summary === '' ? [] : [`  ${summary.replace(/\n/g, ' ').slice(0, 300)}`]),
  ]
}

const number = (amount: number) => amount.toLocaleString('en')
