import { expect, test } from 'vitest'
import { referenceToAbove } from '../../src/requests/refers-to-above.ts'

test.each([
  'and who measured that?',
  'in which file is that?',
  'which tool did he use?',
  'what else did she say?',
  'is this true?',
  'how fast is it?',
  'can you translate that?',
  'is that talk any good?',
  'was hält er davon?',
  'wer hat das gemessen?',
  'wie schnell ist es?',
  'Funktioniert das auch?',
  'was kostet das monatlich?',
  'how often do they break?',
  'how many users does it have?',
  'how many core developers do they have?',
  'wie viele Nutzer haben sie?',
  'how big are its binaries?',
  'does anybody use that in production?',
])('“%s” is about nothing but what was said before', (question) => {
  expect(referenceToAbove(question)).toBe('alone')
})

test.each([
  'does it work with Postgres?',
  'does that work on Windows too?',
  'what does he think of licences?',
  'what did they say about the GIL?',
  'is it true that Django is slow?',
  'was sagen sie zu Tests?',
  'Was kostet das im Monat?',
])('“%s” names something besides', (question) => {
  expect(referenceToAbove(question)).toBe('besides')
})

test.each([
  'who measured the knots?',
  'what is Podman, and how do I install it?',
  'did Ada say what she measured?',
  'is there a talk that mentions Postgres?',
  'I heard that Kubernetes is expensive',
  'who said that tools differ?',
  'that Kubernetes talk',
  'is there anything on IT security?',
  'gibt es Vorträge zu Python?',
  'ab wann gilt das BFSG?',
  'what are links and how do I use them?',
  '"that is all"',
  'that thing with the schema migrations of Postgres at night',
  'are there talks on this?',
  'who else talked about that?',
  'any other talks about it?',
  'is it worth learning Rust?',
  'how do I make it so that tests run faster?',
  'share it',
  'What was that talk about asking forgiveness?',
  'how do people test their Django apps?',
  'which framework has its own language for widgets?',
  'I am looking for the one where they explained blueprints, any idea who gave it?',
  'that is the wrong talk',
  'das stimmt nicht',
  'knots',
  '',
])('“%s” is not', (question) => {
  expect(referenceToAbove(question)).toBeUndefined()
})
