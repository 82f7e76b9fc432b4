import { createAnswers } from './src/answers/answers.ts'
import { readCorpus } from './src/notes/read-corpus.ts'
import { createLunrEngine } from './src/search/lunr-engine.ts'
import { buildAnswerMessage, shownInSlack } from './src/slack/blocks/answer-blocks.ts'
import { checkMessage } from './src/workspace/server/block-kit/check-blocks.ts'
import { readable } from './test/slack/readable.ts'
const corpus = await readCorpus('corpus')
const answers = createAnswers(corpus, createLunrEngine(corpus))
for (const q of process.argv.slice(2)) {
  const m = buildAnswerMessage(await answers.answerQuestion(q, shownInSlack), { shareable: true })
  console.log('##', q, '| fallback:', m.text, '|', checkMessage(m.blocks), JSON.stringify(m.blocks).length)
  console.log(readable(m.blocks), '\n')
}
