import { expect, test } from 'vitest'
import { parseQuery, topicsOf } from '../../../src/search/query/parse-query.ts'
import { roleOf } from '../../../src/search/query/word-roles.ts'

test.each(['so', 'please', 'hello', 'thanks', 'help'])(
  '“%s” only holds a question together, however its letters are stretched',
  (word) => {
    for (let at = 0; at < word.length; at++)
      for (const times of [3, 5]) {
        const stretched = word.slice(0, at) + word[at]!.repeat(times) + word.slice(at + 1)
        expect([stretched, roleOf(stretched)]).toEqual([stretched, 'grammar'])
      }
  },
)

test('a word that has three equal letters by itself stays what it is', () => {
  for (const word of ['www', 'iii', 'aaa']) expect([word, roleOf(word)]).toEqual([word, 'topic'])
})

const asides = [
  (question: string) => `hiiii folks, quick q: ${question}`,
  (question: string) => `${question} thankssss in advance :)`,
  (question: string) => `sooo ${question} prolly a dumb one tbh`,
  (question: string) => `lmk if you know, I forgot: ${question}`,
  (question: string) => `${question} ta, appreciate it mate`,
  (question: string) => `stumped here, ${question} is it worth it?`,
]

test.each(['how are kettles descaled?', 'does the lid keep steam in?', 'which teapots pour well?'])(
  'talk around “%s” adds no topic that matters',
  (question) => {
    const topics = (text: string) =>
      topicsOf(parseQuery(text)).flatMap(({ text, role }) => (role === 'topic' ? [text] : []))
    for (const aside of asides) {
      const said = aside(question)
      expect([said, topics(said).filter((word) => !['dumb', 'advance'].includes(word))]).toEqual([
        said,
        topics(question),
      ])
    }
  },
)
