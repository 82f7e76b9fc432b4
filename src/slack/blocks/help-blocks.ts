import type { types } from '@slack/bolt'
import { describeNotes } from '../../answers/describe-notes.ts'
import { type ExampleNames, exampleNames } from '../../answers/example-names.ts'
import type { Corpus } from '../../notes/corpus.ts'
import { askButtons, buttonRow, helpButton, questionButtons } from './buttons-and-values.ts'
import {
  boldElement,
  buildMessage,
  bullets,
  codeElement,
  fitLine,
  type Inline,
  type Message,
  plainElement,
  richTextBlocks,
  sectionElement,
} from './message.ts'

/**
 * What one can do with Hallway, and a few questions to click.
 * @param readAt when the notes were read as they are now
 */
export function buildHelpMessage(corpus: Corpus, examples: readonly string[], readAt: Date): Message {
  const notes = fitLine(describeNotes(corpus), 120)
  const names = exampleNames(corpus)
  return buildMessage(
    `Hallway answers questions from the notes of ${notes}. Ask with /talks, @Hallway or a direct message.`,
    [
      ...richTextBlocks(
        sectionElement(
          plainElement('I answer questions from the notes of '),
          boldElement(notes),
          plainElement(', and say where each answer stands.'),
        ),
        bullets(ways(names)),
        sectionElement(plainElement('To narrow a question down:')),
        bullets(narrowings(names)),
        sectionElement(
          plainElement(`The notes are of version ${corpus.version}, read on ${describeTime(readAt)}.`),
        ),
      ),
      ...(examples.length > 0 ? examplesBlocks(examples) : []),
    ],
  )
}

/** What is said to a `hi`: what one may ask, two questions to click, and where the rest is told. */
export function buildGreeting(corpus: Corpus, examples: readonly string[]): Message {
  const notes = fitLine(describeNotes(corpus), 120)
  const offers = examples.slice(0, 2).map((question) => ({ question }))
  return buildMessage(`Hi! Ask what you like about the notes of ${notes}.`, [
    ...richTextBlocks(
      sectionElement(
        plainElement('Hi! Ask what you like about the notes of '),
        boldElement(notes),
        plainElement(offers.length > 0 ? ', for example:' : '.'),
      ),
    ),
    ...buttonRow([...questionButtons(offers), helpButton()]),
  ])
}

/** To the minute, e.g. `2026-01-31 at 09:30 UTC`, since readers may be in any time zone. */
function describeTime(time: Date): string {
  const [day, clock] = time.toISOString().split('T') as [string, string]
  return `${day} at ${clock.slice(0, 5)} UTC`
}

const ways = ({ tag }: ExampleNames): readonly (readonly Inline[])[] => [
  [
    codeElement('/talks <question>'),
    plainElement(' answers in any channel, for you alone; “Share in channel” shows it to all.'),
  ],
  [
    codeElement('@Hallway <question>'),
    plainElement(' answers in the thread. Inside a thread it is the way to ask: there is no /talks there.'),
  ],
  [
    plainElement(
      'A direct message needs nothing but the question. In the thread of its answer, “who said that?” or “any slides?” asks about the same talk.',
    ),
  ],
  [
    codeElement('/talks tips'),
    plainElement(
      ' sets up one takeaway a day where you type it: in a channel for all, in our direct messages for you. ',
    ),
    codeElement('/talks tips pause for a week'),
    plainElement(' and '),
    codeElement('/talks tips off'),
    plainElement(' stop it.'),
  ],
  [
    plainElement('Words, names of speakers and whole sentences all do, and so do '),
    codeElement('list speakers'),
    plainElement(' and '),
    codeElement(
      tag === undefined ? 'how many talks are there?' : `how many talks on ${tag.replaceAll('"', '')}?`,
    ),
    plainElement('. '),
    codeElement('/talks help'),
    plainElement(' shows this again.'),
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
    [
      codeElement('"exact phrase"'),
      plainElement(', '),
      codeElement('-without'),
      plainElement(' and '),
      codeElement('begin*'),
      plainElement('.'),
    ],
    [
      ...inARow(fields),
      plainElement('; a dash before excludes: '),
      codeElement(fitLine(excluded, maxExampleLength)),
      plainElement('.'),
    ],
    [
      ...inARow([...bounds, 'has:video']),
      plainElement(' (slides, code, followups, speaker), '),
      codeElement('sort:newest'),
      plainElement('.'),
    ],
  ]
}

/** Names in notes may be of any length. */
const maxExampleLength = 60

const inARow = (codes: readonly string[]): readonly Inline[] =>
  codes.flatMap((one, at) => [
    ...(at === 0 ? [] : [plainElement(', ')]),
    codeElement(fitLine(one, maxExampleLength)),
  ])

function examplesBlocks(examples: readonly string[]): readonly types.KnownBlock[] {
  return [
    ...richTextBlocks(sectionElement(plainElement('For example:'))),
    ...askButtons(examples.slice(0, 4).map((question) => ({ question }))),
  ]
}
