import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { readBytes, UnreadableInput } from '../../src/import/read/input.ts'
import { readSource } from '../../src/import/read-source.ts'
import { readNote } from '../../src/notes/note/read-note.ts'
import { actionIds } from '../../src/slack/blocks/buttons-and-values.ts'
import { buildFullNotesView } from '../../src/slack/blocks/full-notes-blocks.ts'
import { tipSettingsId } from '../../src/slack/blocks/tip-settings-view.ts'
import { checkView } from '../../src/workspace/server/block-kit/check-blocks.ts'
import { harbour, queues } from '../corpora/harbour.ts'
import { samples } from '../import/samples.ts'
import { hostileText } from '../slack/hostile.ts'
import { type Listening, responseUrl } from './listening.ts'

/** A door of Hallway's, and what may come in by it. */
export interface Target {
  readonly name: string
  readonly input: fc.Arbitrary<unknown>
  /** Throws if an input does not end in an answer or a reason. */
  readonly check: (input: never) => Promise<void>
}

const target = <Input>(
  name: string,
  input: fc.Arbitrary<Input>,
  check: (input: Input) => Promise<void>,
): Target => ({ name, input, check })

/** Words that mean something to Hallway, in any order, among any others. */
const meaningful = [
  ...[
    'tips',
    'on',
    'off',
    'at',
    '9:30',
    '25:00',
    'every',
    'other',
    'week',
    'monday',
    'weekdays',
    'about',
    'rust',
  ],
  ...[
    'pause',
    'until',
    'for',
    '2 weeks',
    '24 Dec',
    '30.2.',
    'to',
    '1 Jan',
    'skip',
    'holidays',
    'in',
    'Italy',
    'zone',
  ],
  ...[
    'Europe/Rome',
    'EST',
    'now',
    'remove',
    'stop',
    'resume',
    'settings',
    'days off',
    'tomorrow',
    '2026-11-31',
  ],
  ...[
    'help',
    'thanks',
    'list',
    'talks',
    'how many',
    'speakers',
    'who',
    'by',
    'speaker:',
    'tag:',
    'event:',
    'year:2019',
  ],
  ...[
    'kind:talk',
    'lang:en',
    '-',
    '-tag:',
    '"',
    '“',
    '*',
    'queues',
    'que*',
    'deliver twice',
    'Ada',
    'lighthouses',
    '?',
  ],
]
const phrase = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...meaningful) }, hostileText), { maxLength: 10 })
  .map((words) => words.join(' ').slice(0, 3_000))

const ids = fc.constantFrom('C012', 'D012', 'G012')
const user = { id: 'U012' }
const team = { id: 'T012' }
let deliveries = 0
const trigger = (): string => `trigger-${deliveries++}`

/** Values of buttons: whole ones, ones that somebody has changed, and any text. */
const buttonValue = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('v1 ', 'v1', 'v0 ', ''),
      fc.constantFrom(
        '',
        '0 ',
        '3 ',
        '999999 ',
        '0@0123456789ab ',
        '0! ',
        '2+1 ',
        '0+more ',
        '1~U012 ',
        '- ',
        '7 ',
      ),
      fc.oneof(phrase, fc.constantFrom(queues.id, `${queues.id}#0123456789ab`, 'harbour-2019/none')),
    )
    .map((parts) => parts.join('').slice(0, 2_000)),
  hostileText,
  fc.jsonValue(),
)

const actionId = fc.oneof(
  fc.constantFrom(...Object.values(actionIds)),
  fc.tuple(fc.constantFrom(...Object.values(actionIds), ''), fc.nat(12)).map((parts) => parts.join('')),
  hostileText,
)

const click = fc.record({ action_id: actionId, value: buttonValue, channel: ids, isPrivate: fc.boolean() })

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const chosen = (value: fc.Arbitrary<string>) => fc.record({ selected_option: optional(fc.record({ value })) })
const stateValues = fc.oneof(
  fc.record(
    {
      state: fc.record({ a: chosen(fc.constantFrom('on', 'off', 'x')) }),
      time: fc.record({ a: fc.record({ selected_time: optional(fc.constantFrom('09:30', '25:99', '')) }) }),
      zone: fc.record({ a: chosen(fc.oneof(fc.constantFrom('Europe/Rome', 'Nowhere/At all'), hostileText)) }),
      weekdays: fc.record({
        a: fc.record({
          selected_options: fc.array(fc.record({ value: fc.constantFrom('1', '7', '9', 'x') })),
        }),
      }),
      weeks: fc.record({ a: chosen(fc.constantFrom('every', '2026-11-23', '2026-02-31', 'x')) }),
      daysOff: fc.record({ a: fc.record({ value: optional(phrase) }) }),
      pausedUntil: fc.record({
        a: fc.record({ selected_date: optional(fc.constantFrom('2027-01-05', '2020-01-01', 'x')) }),
      }),
      holidays: fc.record({ a: chosen(fc.oneof(fc.constantFrom('IT', 'IT-32', 'XX'), hostileText)) }),
      source: fc.record({ a: chosen(fc.constantFrom('all', 'event', 'tags', 'speakers', 'x')) }),
      event: fc.record({ a: chosen(fc.oneof(fc.constant(harbour.id), hostileText)) }),
      tags: fc.record({ a: fc.record({ value: optional(phrase) }) }),
      speakers: fc.record({ a: fc.record({ value: optional(phrase) }) }),
    },
    { requiredKeys: [] },
  ),
  fc.jsonValue(),
)
const metadata = fc.oneof(
  fc
    .record({ channelId: ids, zone: fc.constantFrom('Europe/Rome', 'Nowhere') })
    .map((all) => JSON.stringify(all)),
  fc.json(),
  hostileText,
)
const modal = fc.record({
  callback_id: fc.oneof({ weight: 3, arbitrary: fc.constant(tipSettingsId) }, hostileText),
  private_metadata: metadata,
  values: stateValues,
  isSubmitted: fc.boolean(),
})

const message = fc.record({
  kind: fc.constantFrom('mention', 'direct'),
  text: fc.oneof(phrase, hostileText),
  isForwarded: fc.boolean(),
})

/** What comes in from Slack. Each input must end in something to see, or in what is wrong with it. */
export function slackTargets(listening: Listening): readonly Target[] {
  async function deliver(body: Readonly<Record<string, unknown>>): Promise<void> {
    const { shown, acknowledged, problems } = await listening.deliver(body)
    if (problems.length > 0) throw new Error(problems.join('\n'))
    if (acknowledged.length !== 1) throw new Error(`It was acknowledged ${acknowledged.length} times.`)
    const isRefused = acknowledged.some((answer) => typeof answer === 'object' && answer !== null)
    if (shown.length === 0 && !isRefused) throw new Error('Nothing came of it.')
  }
  return [
    target('a click', click, ({ action_id, value, channel, isPrivate }) =>
      deliver({
        type: 'block_actions',
        team,
        // Somebody else each time: a double click is answered once.
        user: { id: `U${++deliveries}` },
        channel: { id: channel },
        container: { type: 'message', message_ts: `${deliveries}.1`, is_ephemeral: isPrivate },
        response_url: responseUrl,
        trigger_id: trigger(),
        actions: [{ type: 'button', block_id: 'b', action_ts: '1', action_id, value }],
      }),
    ),
    target('a modal', modal, ({ callback_id, private_metadata, values, isSubmitted }) =>
      deliver({
        type: isSubmitted ? 'view_submission' : 'block_actions',
        team,
        user,
        trigger_id: trigger(),
        view: { id: 'V012', type: 'modal', callback_id, private_metadata, state: { values } },
        ...(!isSubmitted && {
          container: { type: 'view', view_id: 'V012' },
          actions: [{ type: 'static_select', block_id: 'b', action_ts: '1', action_id: actionIds.tipSource }],
        }),
      }),
    ),
    target(
      'a command',
      fc.tuple(fc.constantFrom('', 'tips ', 'help '), fc.oneof(phrase, hostileText)),
      (words) =>
        deliver({
          command: '/talks',
          text: words.join(''),
          team_id: team.id,
          channel_id: 'C012',
          user_id: user.id,
          response_url: responseUrl,
          trigger_id: trigger(),
        }),
    ),
    target('a message', message, ({ kind, text, isForwarded }) => {
      const ts = `${++deliveries}.000001`
      const said = isForwarded
        ? { text: '', attachments: [{ is_share: true, text }] }
        : { text: kind === 'mention' ? `<@U0BOT> ${text}` : text }
      const where =
        kind === 'mention'
          ? { type: 'app_mention', channel: 'C012' }
          : { type: 'message', channel: 'D012', channel_type: 'im' }
      return deliver({
        type: 'event_callback',
        team_id: team.id,
        event_id: trigger(),
        authorizations: [{ team_id: team.id, user_id: 'U0BOT', is_bot: true }],
        event: { ...where, ...said, user: user.id, ts },
      })
    }),
  ]
}

/** Files of every kind that is read, with pieces cut out, doubled, moved and put in from elsewhere. */
const files = samples.flatMap(({ files }) => Object.entries(files).map(([name, text]) => ({ name, text })))
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(4), fc.nat(200)),
  with: fc.oneof(
    fc.constantFrom(
      '',
      '\u0000',
      '\u2028',
      '<',
      '"',
      '{',
      '[[',
      '---\n',
      '\t',
      '\ufeff',
      '\n\n# ',
      'null',
      '-1',
      '9'.repeat(400),
    ),
    hostileText,
  ),
})
const changedFile = fc
  .record({
    file: fc.constantFrom(...files),
    other: fc.constantFrom(...files),
    edits: fc.array(edit, { maxLength: 6 }),
    cut: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    isFollowed: fc.boolean(),
  })
  .map(({ file, other, edits, cut, isFollowed }) => {
    let text = isFollowed ? `${file.text}\n${other.text}` : file.text
    for (const { at, length, with: put } of edits) {
      const from = Math.floor(at * text.length)
      text = text.slice(0, from) + put + text.slice(from + length)
    }
    return { name: file.name, text: cut === undefined ? text : text.slice(0, Math.floor(cut * text.length)) }
  })
const file = fc.oneof(
  { weight: 5, arbitrary: changedFile },
  fc.record({
    name: fc.constantFrom(
      'a.md',
      'a.org',
      'a.adoc',
      'a.rst',
      'a.txt',
      'a.json',
      'a.xml',
      'a.ics',
      'a.csv',
      'a.html',
      'a.vtt',
    ),
    text: hostileText,
  }),
)

/** What is read of files. Each must give talks that can be shown, or say why not. @param folder where they are written */
export function fileTargets(folder: string): readonly Target[] {
  /** Alone in a folder of its own, which is gone when it has been read. */
  async function written<T>(files: readonly File[], read: (path: string) => Promise<T>): Promise<T> {
    const own = await mkdtemp(join(folder, 'files-'))
    try {
      for (const { name, text } of files) await writeFile(join(own, basename(name)), text)
      return await read(join(own, basename(files.at(-1)?.name ?? '')))
    } finally {
      await rm(own, { recursive: true, force: true })
    }
  }
  return [
    target('a note', file, (note) =>
      written([note], async (path) => {
        const place = { id: 'harbour-2019/a', stem: 'a', hasSiblings: true, event: harbour }
        for (const isStrict of [false, true]) {
          const { talks, problems } = await readNote(path, { ...place, isNamedEvent: false, isStrict })
          if (talks.length === 0 && problems.length === 0)
            throw new Error('It holds nothing, and no reason is given.')
          for (const { value: talk } of talks) {
            const refusal = checkView(buildFullNotesView(talk, []))
            if (refusal !== undefined) throw new Error(`Slack refuses its notes: ${JSON.stringify(refusal)}`)
          }
        }
      }),
    ),
    target('an import', fc.tuple(file, file), (files) =>
      written(files, async (path) => {
        try {
          const source = { path, file: basename(path), bytes: () => readBytes(path) }
          for await (const found of readSource(source)) void found
        } catch (error) {
          if (!(error instanceof UnreadableInput) || error.message === '') throw error
        }
      }),
    ),
  ]
}

interface File {
  readonly name: string
  readonly text: string
}
