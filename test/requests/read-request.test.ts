import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRequest } from '../../src/requests/read-request.ts'

const chat =
  `thanks|Thanks!|thank you|Thank you so much!|thx|ty|cheers|many thanks|thanks a lot|thanks, Hallway
ok|OK.|okay|ok, thanks|yes|Yes!|yep|yeah|no|nope|sure|nice|Nice one!|cool|great|Great, thanks :)|perfect|awesome|wow
👍|🎉🎉|:tada:|:+1:|👍🏽|❤️|got it|makes sense|I see|never mind|no problem|good to know|that helps, thanks
bye|Goodbye!|good night|see you tomorrow|haha|sounds good|sorry|thanks for your help|oh nice
lol|LOL 😂|cheers mate|brb|gtg, bye|one sec|hold on, let me check|hmmm|Thaaanks!!|niiice|yesss|hahahaha|jajaja|okkk
thanks a million|thank u|ta|np|nvm|no thanks|yes please|true|fair enough|exactly!|that works, thanks|works for me
I see, thanks, that was very helpful|ok great thanks a lot for your help, have a nice day everyone|you rock 🤘
danke|Danke schön!|vielen Dank|merci|Merci beaucoup !|¡Muchas gracias!|grazie mille|obrigado|muito obrigada|dank je wel
tack så mycket|takk|kiitos|dziękuję|děkuji|köszönöm|mulțumesc|hvala|ευχαριστώ|спасибо|Спасибо большое|дякую|teşekkürler
شكرا|תודה|धन्यवाद|terima kasih|cảm ơn|ありがとうございます|谢谢|謝謝|감사합니다|tschüss|au revoir|до свидания|+1|-1|:+1:|:100:
:party-parrot:|:+1::skin-tone-3:|:thumbsup::skin-tone-2: :tada:|👍🏽👏🏿|🇮🇹|1️⃣|👩🏽‍💻|🏳️‍🌈|❤️🎉!|:)|:-)|;)|:D|<3|xD|^^|¯\\_(ツ)_/¯
That's wrong.|you are wrong|that's not true|not what I asked|that didn't help|useless|bad bot`.split(/[|\n]/)

const questions =
  `juju|juju: charms|thanks, and what about celery?|ok computer talk?|yes: does Flask scale?|thanks to whom?|no sql
nice levels in linux|cool tools for testing|great talks on kivy|good morning routines|sure start|ok google talks
what about testing?|yes or no: is celery slow?|bye bye python 2?|thank you notes app|help with packaging|hi-dpi screens
hello world in kivy|any talks on help systems?|what can you do with celery?|who are you reading?|what is this decorator?
right to left text|fine grained locking|see you at europython?|no more locks|stop words|turn off logging|day off
off by one errors|disable the GIL|unsubscribe from a queue|cancel a task in asyncio|status codes|settings in django
tips, tricks and traps|perfect hashing|super() in python|cheers theming|wow simulations|got it wrong?|k means
lol driven development|cheers to pytest|brb tree|merci la vie en Python|danke for celery?|+1 in unary|who says gracias?|wait in asyncio
hi, what about testing?|Hello, is Kivy fast?|thanks! and Flask?|Thank you. What did they say about PyPy?|hey how do I test celery
ok so what is gevent?|how do I test celery? thanks|danke, und Django?|wrong import order|useless tests|true division
works on my machine|10:30:45 in datetime|:snake: case|python 👍🏽|later binding|same origin policy|sweet spot of caching|:
what time is the keynote?|what is time|what day is it on?|remind me what juju is|remind me of celery tomorrow|weather in python
set a reminder in celery|agreed protocols|emoji in python 🎉|:tada: celery|c++|ok?|nice?|amazing grace in sound|well done apis`.split(
    /[|\n]/,
  )

test('what is too long for a question is no small talk', () => {
  expect(readRequest('k'.repeat(3000)).kind).toBe('question')
})

test('there are a hundred lines of ordinary chat, half of them questions', () => {
  expect(chat.length).toBeGreaterThanOrEqual(45)
  expect(questions.length).toBeGreaterThanOrEqual(50)
  expect(chat.length + questions.length).toBeGreaterThanOrEqual(100)
})

test.each(chat)('%j asks nothing', (text) => {
  expect(readRequest(text)).toMatchObject({ kind: 'chat' })
})

test.each([...questions, '???!'])('%j is a question', (text) => {
  expect(readRequest(text)).toEqual({ kind: 'question', text })
})

test.each([
  '',
  '  ',
  '?',
  'help',
  'Help!',
  'what can you do?',
  'What time is it?',
  'remind me tomorrow',
  '¿Qué hora es?',
  'what’s the weather like?',
  'Who are you?',
  'help please',
  'hi, what can you do?',
  'are you a bot?',
  '/talks',
  '@Hallway',
  '@Hallway: help',
])('%j asks for help', (text) => {
  expect(readRequest(text)).toEqual({ kind: 'help' })
})

test.each([
  'HI',
  'hello there :)',
  'hey,',
  'Good morning!',
  'hola',
  'Bonjour !',
  'hi, how are you?',
  'こんにちは',
])('%j is a greeting', (text) => {
  expect(readRequest(text)).toEqual({ kind: 'greeting' })
})

test.each([
  ['another tip', 'now'],
  ['surprise me', 'now'],
  ['show me a random talk, please', 'now'],
  ['a tip please', 'now'],
  ['give me a tip', 'now'],
  ['Give us another tip!', 'now'],
  ['can I have a tip?', 'now'],
  ['got any tips?', 'now'],
  ['one more tip, please', 'now'],
  ['tip of the day', 'now'],
  ["what's today's tip?", 'now'],
  ['show me the next tip', 'now'],
  ['more tips', 'now'],
  ['noch einen Tipp bitte', 'now'],
  ['turn on tips', 'on'],
  ['please turn the tips on', 'on'],
  ['start daily tips', 'on'],
  ['subscribe to tips', 'on'],
  ['daily tips', 'on'],
  ['tips on', 'on'],
  ['send us a tip every day at 9', 'every day at 9'],
  ['post tips on weekdays at 9:30', 'weekdays at 9:30'],
  ['can you stop the tips?', undefined],
])('%j is about the daily tips, as /talks tips %s', (text, words) => {
  const request = readRequest(text)
  expect(request.kind).toBe('tips')
  if (words !== undefined) expect(request).toMatchObject({ words })
})

test.each([
  'another tip on testing',
  'random access in files',
  'a talk on random numbers',
  'give me a tip about celery',
  'what tips did they give?',
  'tip of the iceberg in databases',
  'how do I tip the balance?',
  'which tips are there for Flask?',
  'tooltips in the browser',
  'start with a tip from Ada',
])('%j is a question, though it speaks of tips', (text) => {
  expect(readRequest(text)).toEqual({ kind: 'question', text })
})

describe('commands however they are typed', () => {
  const commands: readonly [string, object][] = [
    ['help', { kind: 'help' }],
    ['tips', { kind: 'tips', words: '' }],
    ['status', { kind: 'tips', words: 'status' }],
    ['settings', { kind: 'tips', words: 'settings' }],
    ['tips status', { kind: 'tips', words: 'status' }],
    ['tips now', { kind: 'tips', words: 'now' }],
    ['tips off', { kind: 'tips', words: 'off' }],
    ['stop tips', { kind: 'tips', words: 'off' }],
    ['unsubscribe', { kind: 'tips', words: 'off' }],
    ['resume', { kind: 'tips', words: 'resume' }],
    ['skip tomorrow', { kind: 'tips', words: 'skip tomorrow' }],
    ['pause tips until monday', { kind: 'tips', words: 'pause tips until monday' }],
  ]
  const dressings: readonly ((text: string) => string)[] = [
    (text) => `"${text}"`,
    (text) => `“${text}”`,
    (text) => `'${text}'`,
    (text) => `\`${text}\``,
    (text) => `*${text}*`,
    (text) => `_${text}_`,
    (text) => `${text}.`,
    (text) => `${text}!`,
    (text) => `/talks ${text}`,
    (text) => `@Hallway ${text}`,
    (text) => `\u200b${text}\u2060`,
    (text) => text[0]! + text.slice(1).toUpperCase(),
    (text) => text.replace(' ', '  '),
  ]
  test('any of them in any dress', () => {
    const dress = fc.array(fc.constantFrom(...dressings), { maxLength: 3 })
    fc.assert(
      fc.property(fc.constantFrom(...commands), dress, ([text, expected], worn) => {
        const typed = worn.reduce((all, put) => put(all), text)
        const { kind, ...rest } = readRequest(typed)
        const words = 'words' in rest ? { words: rest.words.toLowerCase() } : {}
        expect({ kind, ...words }).toEqual(expected)
      }),
    )
  })
})

test.each([
  ['talks help', { kind: 'help' }],
  ['Talks tips.', { kind: 'tips', words: '' }],
  ['talks help desk', { kind: 'question' }],
  ['talks tips and tricks', { kind: 'question' }],
])('the command without its sign counts if it is one: “%s”', (text, expected) => {
  expect(readRequest(text)).toMatchObject(expected)
})

test.each([
  'more',
  'show me more',
  'why?',
  'ok, tell me more please',
  'what else?',
  'anything else?',
  'mehr',
  'for example?',
  'who said that?',
  'which one is better?',
  'not that one',
  'something similar',
])('“%s” goes on from what nobody knows any more', (text) => {
  expect(readRequest(text)).toEqual({ kind: 'chat', said: 'continuing' })
})

test.each(['more about flask', 'why flask?', 'what else uses redis?', 'examples of charms'])(
  '“%s” is a question',
  (text) => {
    expect(readRequest(text)).toMatchObject({ kind: 'question' })
  },
)

test.each([
  'what can hallway do?',
  'what is Hallway',
  'is hallway an AI?',
  'do you use ChatGPT?',
  'is this a bot?',
  'how do I add a note?',
  'where do you get your information?',
  'where are the notes stored?',
  'can you write code for me?',
  'wer bist du?',
])('“%s” is told what this is', (text) => {
  expect(readRequest(text)).toEqual({ kind: 'help' })
})
