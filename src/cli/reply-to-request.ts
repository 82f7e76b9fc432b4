import { basename } from 'node:path'
import type { Answers } from '../answers/answers.ts'
import { describeNotes } from '../answers/describe-notes.ts'
import { repliesInTerminal } from '../answers/small-talk/small-talk-replies.ts'
import type { Request } from '../requests/read-request.ts'
import { type TipCommandLine, tip } from './show-tip.ts'

interface ReplyParts extends Omit<TipCommandLine, 'argv'> {
  readonly answers: Answers
}

/** What the terminal says to what is no question: help, a word of thanks, a wish for a tip. Resolves to the exit code. */
export async function replyToRequest(
  request: Exclude<Request, { kind: 'question' }>,
  { answers, ...commandLine }: ReplyParts,
): Promise<number> {
  const { stdout } = commandLine
  switch (request.kind) {
    case 'help':
      stdout.write(describeUse(answers))
      return 0
    case 'greeting':
      stdout.write(greet(answers))
      return 0
    case 'chat':
      stdout.write(`${repliesInTerminal[request.said]}\n`)
      return 0
    case 'tips':
      if (request.words === 'now') return tip({ ...commandLine, argv: [] })
      stdout.write(aboutTips)
      return 0
  }
}

/** As short as in Slack. */
function greet({ corpus, exampleQuestions }: Answers): string {
  const examples = exampleQuestions.slice(0, 2).map((question) => `  npx hallway ask "${question}"`)
  return [
    `Hi! Ask what you like about the notes of ${describeNotes(corpus)}${examples.length > 0 ? ', for example:' : '.'}`,
    ...examples,
    '`npx hallway ask help` says more.\n',
  ].join('\n')
}

function describeUse({ corpus, exampleQuestions }: Answers): string {
  const notes = `${describeNotes(corpus)} (${basename(corpus.folder)})`
  const examples = exampleQuestions.map((question) => `  npx hallway ask "${question}"`)
  return [
    `Hallway answers questions from the notes of ${notes}, and says where each answer stands.`,
    ...(examples.length > 0 ? [['For example:', ...examples].join('\n')] : []),
    '`npx hallway tip` prints a tip, `npx hallway ask --help` shows how to narrow a question down, and `npx hallway --help` all commands.\n',
  ].join('\n\n')
}

const aboutTips =
  'Daily tips appear in Slack: type `/talks tips on` in a channel there. Here, `npx hallway tip` prints a tip ' +
  'at once, and `npx hallway tips` shows what a channel will get.\n'
