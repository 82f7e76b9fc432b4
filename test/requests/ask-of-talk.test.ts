import { expect, test } from 'vitest'
import { askOfTalk } from '../../src/requests/ask-of-talk.ts'

const knots = { title: 'Knots', takeaways: [] }

test.each([
  ['who said that?', 'speakers of "Knots"'],
  ['Who was it?', 'speakers of "Knots"'],
  ['and who’s the speaker, please', 'speakers of "Knots"'],
  ['when was it?', 'when was "Knots"?'],
  ['what day was that', 'when was "Knots"?'],
  ['which room was it in?', 'where was "Knots"?'],
  ['which conference was this talk at?', 'at which conference was "Knots"?'],
  ['how long was the talk?', 'how long was "Knots"?'],
  ['are there slides?', 'slides of "Knots"'],
  ['slides?', 'slides of "Knots"'],
  ['is there a video of it?', 'video of "Knots"'],
  ['was it recorded?', 'video of "Knots"'],
  ['can I have the link?', 'links of "Knots"'],
  ['what tags does it have?', 'tags of "Knots"'],
  ['any follow-ups?', 'follow-ups of "Knots"'],
  ['summarise it', '"Knots"'],
  ['fass das zusammen', '"Knots"'],
  ['where is the code?', 'code of "Knots"'],
  ['is there a repo?', 'code of "Knots"'],
  ['who is she?', 'speakers of "Knots"'],
  ['wer hat den Vortrag gehalten?', 'speakers of "Knots"'],
  ['und die Folien?', 'slides of "Knots"'],
  ['tell me more', '"Knots"'],
])('“%s” asks of a talk: %s', (said, question) => {
  expect(askOfTalk(said)?.(knots)).toBe(question)
})

test('more of a talk are its takeaways, if it has any', () => {
  const takeaways = [{ form: 'bullet' as const, text: 'Tie it twice.', line: 3, depth: 0 }]
  expect(askOfTalk('tell me more about it')?.({ ...knots, takeaways })).toBe('takeaways of "Knots"')
})

test.each([
  'who said that about kites?',
  'when is the keynote?',
  'who is on next?',
  'talks with slides',
  'all slides',
  'tags',
  'links',
  'follow-ups',
  'list links',
  'tell me more about kites',
  'where is lunch?',
  'what time is it?',
  'who is speaking?',
  'what is it?',
  'who else spoke?',
  'why?',
  'show more',
  'thanks',
  'it',
  '',
])('“%s” is none', (said) => {
  expect(askOfTalk(said)).toBeUndefined()
})
