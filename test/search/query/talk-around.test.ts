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

test.each(['Hallway, ', 'hey Hallway, ', 'bot: ', 'Ok hallway! '])('“%s” names whom it asks', (address) => {
  const topics = (text: string) => topicsOf(parseQuery(text)).map(({ text }) => text)
  expect(topics(`${address}which teapots pour well?`)).toEqual(topics('which teapots pour well?'))
})

test.each(['hallway conversations', 'is the hallway, or the lobby, better?', 'bot frameworks'])(
  '“%s” is on that',
  (question) => {
    expect(topicsOf(parseQuery(question)).some(({ text }) => /hallway|bot/.test(text))).toBe(true)
  },
)

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

const topicWords = (question: string) => topicsOf(parseQuery(question)).map(({ text }) => text)

test.each([
  'any pointers on kettles?',
  'some pointers about kettles',
  'I’d love to hear about kettles',
  'keen to learn about kettles',
  'a colleague asked me about kettles',
  'teach me kettles',
  'can you fill me in on kettles',
  'please point me to kettles',
  'brief me on kettles',
])('of “%s” only the kettles are a topic', (question) => {
  expect(topicWords(question)).toEqual(['kettles'])
})

test.each<[string, readonly string[]]>([
  ['pointers in C', ['pointers', 'C']],
  ['pointers on the kettle', ['pointers', 'kettle']],
  ['call me maybe: kettles', ['call', 'kettles']],
  ['catch me if you can', ['catch']],
  ['what should a manager know about kettles', ['manager', 'kettles']],
  ['background on kettle jobs', ['background', 'kettle', 'jobs']],
  ['where do I find material on kettles', ['material', 'kettles']],
  ['how to be happy on call', ['happy', 'call']],
  ['when a colleague asks for help with kettles', ['colleague', 'kettles']],
  ['references to kettles', ['references', 'kettles']],
  ['background tasks', ['background', 'tasks']],
  ['kettle resources on ships', ['kettle', 'resources', 'ships']],
  ['I love kettles', ['love', 'kettles']],
  ['who is the boss?', ['boss']],
  ['does it cost me time', ['cost', 'time']],
  ['any pointers?', ['pointers']],
])('“%s” keeps its topics', (question, topics) => {
  expect(topicWords(question)).toEqual(topics)
})

test.each<[string, readonly string[]]>([
  ['give me 3 takeaways about kettles', ['kettles']],
  ['two tips on kettles', ['kettles']],
  ['Kettle 3 tips', ['Kettle', '3']],
  ['3 kettles', ['3', 'kettles']],
])('in “%s” nothing is looked for but the topics', (question, topics) => {
  expect(topicWords(question)).toEqual(topics)
})
