import type { types } from '@slack/bolt'
import { describeNotes } from '../../answers/describe-notes.ts'
import { type ExampleNames, exampleNames } from '../../answers/example-names.ts'
import type { Corpus } from '../../notes/corpus.ts'
import { askButtons } from './buttons.ts'
import {
  bold,
  bullets,
  code,
  fitLine,
  type Inline,
  type Message,
  message,
  plain,
  richText,
  section,
} from './message.ts'

/**
 * What one can do with Hallway, and a few questions to click.
 * @param readAt when the notes were read as they are now
 */
export function buildHelpMessage(corpus: Corpus, examples: readonly string[], readAt: Date): Message {
  const notes = fitLine(describeNotes(corpus), 120)
  const names = exampleNames(corpus)
  return message(
    `Hallway answers questions from the notes of ${notes}. Ask with /talks, @Hallway or a direct message.`,
    [
      ...richText(
        section(
          plain('I answer questions from the notes of '),
          bold(notes),
          plain(', and say where each answer stands.'),
        ),
        bullets(ways(names)),
        section(plain('To narrow a question down:')),
        bullets(narrowings(names)),
        section(plain(`The notes are of version ${corpus.version}, read on ${describeTime(readAt)}.`)),
      ),
      ...(examples.length > 0 ? examplesBlocks(examples) : []),
    ],
  )
}

/** To the minute, e.g. `2026-01-31 at 09:30 UTC`: a message is read in any time zone. */
function describeTime(time: Date): string {
  const [day, clock] = time.toISOString().split('T') as [string, string]
  return `${day} at ${clock.slice(0, 5)} UTC`
}

const ways = ({ tag }: ExampleNames): readonly (readonly Inline[])[] => [
  [
    code('/talks <question>'),
    plain(' answers in any channel, for you alone; “Share in channel” shows it to all.'),
  ],
  [
    code('@Hallway <question>'),
    plain(' answers in the thread. Inside a thread it is the way to ask: there is no /talks there.'),
  ],
  [plain('A direct message needs nothing but the question.')],
  [
    code('/talks tips'),
    plain(
      ' posts one takeaway a day where you type it: in a channel for all, in our direct messages for you. ',
    ),
    code('/talks tips pause for a week'),
    plain(' and '),
    code('/talks tips off'),
    plain(' stop it.'),
  ],
  [
    plain('Words, names of speakers and whole sentences all do, and so do '),
    code('list speakers'),
    plain(' and '),
    code(tag === undefined ? 'how many talks are there?' : `how many talks on ${tag.replaceAll('"', '')}?`),
    plain('. '),
    code('/talks help'),
    plain(' shows this again.'),
  ],
]

function narrowings({ speaker, tag, event, year }: ExampleNames): readonly (readonly Inline[])[] {
  const fields = [
    ...(speaker === undefined ? [] : [`speaker:${speaker}`]),
    ...(tag === undefined ? [] : [`tag:${tag}`]),
    ...(event === undefined ? [] : [`event:${event}`]),
    'kind:keynote',
    'lang:en',
  ]
  const excluded = tag === undefined ? '-kind:lightning' : `-tag:${tag}`
  const bounds = year === undefined ? [] : [`year:${year}`, `before:${year + 1}`, `after:${year - 1}`]
  return [
    [code('"exact phrase"'), plain(', '), code('-without'), plain(' and '), code('begin*'), plain('.')],
    [
      ...inARow(fields),
      plain('; a dash before excludes: '),
      code(fitLine(excluded, maxExampleLength)),
      plain('.'),
    ],
    [
      ...inARow([...bounds, 'has:video']),
      plain(' (slides, code, followups, speaker), '),
      code('sort:newest'),
      plain('.'),
    ],
  ]
}

/** Names in notes may be of any length. */
const maxExampleLength = 60

const inARow = (codes: readonly string[]): readonly Inline[] =>
  codes.flatMap((one, at) => [...(at === 0 ? [] : [plain(', ')]), code(fitLine(one, maxExampleLength))])

function examplesBlocks(examples: readonly string[]): readonly types.KnownBlock[] {
  return [
    ...richText(section(plain('For example:'))),
    ...askButtons(examples.slice(0, 4).map((question) => ({ question }))),
  ]
}
