import { expect, test } from 'vitest'
import { textsOf, wordsOfAddress } from '../../../src/search/index/talk-texts.ts'
import { makeTalk } from '../../helpers/make-talk.ts'

test.each([
  ['https://www.kivy.org/docs', 'kivy.org'],
  ['https://github.com/disqus/nydus', 'disqus nydus'],
  ['https://github.com/disqus/nydus.git', 'disqus nydus'],
  ['http://www.github.com/disqus/nydus/blob/master/README.md', 'disqus nydus'],
  ['https://bitbucket.org/mchaput', 'mchaput'],
  ['https://pypi.org/project/whoosh/2.7/', 'whoosh'],
  ['https://pypi.python.org/pypi/whoosh', 'whoosh'],
  ['https://gist.github.com/1234abcd', ''],
  ['https://www.youtube.com/watch?v=abc', ''],
  ['https://m.youtube.com/watch?v=abc', ''],
  ['https://youtu.be/abc', ''],
  ['https://speakerdeck.com/someone/slides', ''],
  ['https://constructor/', 'constructor'],
  ['https://constructor.com/', 'constructor.com'],
  ['no address', ''],
  [undefined, ''],
])('of the address %s the words are found: %s', (url, words) => {
  expect(wordsOfAddress(url)).toBe(words)
})

test('a talk is found by the addresses of all its links and follow-ups', () => {
  const talk = makeTalk('links', {
    links: [
      { kind: 'video', title: 'Video', url: 'https://media.example.org/1' },
      { kind: 'slides', title: 'Slides', url: 'https://www.slideshare.net/someone/1' },
      { kind: 'code', title: 'Code', url: 'https://github.com/disqus/nydus' },
    ],
    followUps: [{ text: 'Try it', url: 'https://gitlab.com/disqus/gutter' }, { text: 'Ask her' }],
  })
  const texts = textsOf(talk).map(({ field, text }) => `${field}: ${text}`)
  expect(texts).toEqual(
    expect.arrayContaining([
      'links: Video media.example.org',
      'links: Slides',
      'links: Code disqus nydus',
      'followUps: Try it disqus gutter',
      'followUps: Ask her',
    ]),
  )
})
