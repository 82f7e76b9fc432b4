import { createAnswers } from '../../src/answers/answers.ts'
import type { Corpus } from '../../src/notes/corpus.ts'
import { createLunrEngine } from '../../src/search/lunr-engine.ts'
import { buildAnswerMessage, shownInSlack } from '../../src/slack/blocks/answer-blocks.ts'
import { blocksAsMarkdown } from './blocks-as-markdown.ts'
import { exchanges } from './exchanges.ts'

/** `docs/answers.md`: what Hallway says to each of the questions, as people see it in a thread. */
export async function printAnswers(corpus: Corpus): Promise<string> {
  const answers = createAnswers(corpus, createLunrEngine(corpus))
  const parts: string[] = []
  for (const { shows, question } of exchanges) {
    const answer = await answers.answerQuestion(question, shownInSlack)
    const { blocks } = buildAnswerMessage(answer, { shareable: false })
    const quoted = blocksAsMarkdown(blocks)
      .split('\n')
      .map((line) => `> ${line}`.trimEnd())
    parts.push(`## ${shows}\n\n**${question}**\n\n${quoted.join('\n')}\n`)
  }
  return `${head}\n${parts.join('\n')}`
}

const head = `# Ten answers

What Hallway says in a thread to questions about the notes in \`corpus/\`, as people see it in Slack. \`Words like these\`
below an answer are its buttons. \`npm run answers\` writes this page, and a test compares it.
`
