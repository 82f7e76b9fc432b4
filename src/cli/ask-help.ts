import { sorts } from '../search/query/query.ts'
import { describeOptions, type Option } from './read-options.ts'

/** The options of `hallway ask`, in the order in which they are told. */
export const askOptions = {
  limit: { value: 'N', help: 'talks on a page: 3 unless said, with --json 10; of a list 20' },
  page: { value: 'N', help: 'which page' },
  sort: { value: 'ORDER', help: `${sorts.join(', ')}` },
  facets: { help: 'count how the talks divide by event, year, room, speaker, tag, kind and language' },
  explain: { help: 'say which words gave what score' },
  exact: { help: 'search for the words themselves: no corrections, other forms or synonyms' },
  'time-limit': {
    value: 'MS',
    help: 'how many milliseconds an answer may take, then with what was found: 1000 unless said',
  },
  'corpus-version': {
    value: 'V',
    mayBeEmpty: true,
    help: 'of the page before: starts again where the notes have changed since',
  },
  json: {
    help: 'one JSON object a line; without a question, questions come from standard input, one a line',
  },
  like: { value: 'TALK', help: 'instead of a question: talks like one, named by its id or exact title' },
  complete: { help: 'instead of answering: what completes the last word or field, one a line, for a shell' },
} as const satisfies Readonly<Record<string, Option>>

const askUsage = `Usage: npx hallway ask [options] "question"
       npx hallway ask --json [options] ["question" ...]
       npx hallway ask --like TALK [--limit N] [--page N] [--json]
       npx hallway ask --complete [--limit N] [--json] "what is typed"
`

export const askHelp = `${askUsage}
Answers from the notes. A question may narrow itself down: "exact phrase", -without, begin*, speaker:, tag:, event:,
kind:, lang:, has:, year:, date:, room:, before:, after:, since:, until:, sort:.

${describeOptions(askOptions)}
  --                    ends the options: what follows is the question
`
