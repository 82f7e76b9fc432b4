import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Talk } from '../../src/notes/talk.ts'
import { answersOver } from '../helpers/answers-of.ts'
import { makeTalk, passage } from '../helpers/make-talk.ts'
import { runs } from '../helpers/runs.ts'

/** A talk that says a word this often, in its title too. */
const talkOn = (id: string, word: string, times = 2, parts: Partial<Talk> = {}) =>
  makeTalk(id, {
    title: `On ${word} at length`,
    summary: passage(`${`Here ${word} counts. `.repeat(times)}`.trim()),
    ...parts,
  })

const others = ['Soil', 'Seeds', 'Weather', 'Tools', 'Fences'].map((title) =>
  makeTalk(title.toLowerCase(), { title }),
)

const answersFrom = (...talks: readonly Talk[]) => answersOver(...talks, ...others)

/** What is found first, and what is marked in it. */
async function ask(question: string, talks: readonly Talk[], options: { readonly spelling?: boolean } = {}) {
  const answer = await answersFrom(...talks).answerQuestion(question, options)
  const marked = answer.results.flatMap(({ quote }) => {
    const { text, highlights } = quote(400)
    return highlights.map(([start, end]) => text.slice(start, end).toLowerCase())
  })
  return { answer, ids: answer.results.map(({ talk }) => talk.id.replace(/^.*\//, '')), marked }
}

/** The beginning that two words share: no word of English has it. */
const beginning = fc
  .tuple(fc.stringMatching(/^[bdfgklmnprt][aeou][bdfgkmnp]{2}[aou][bdfgklmnprt]{1,2}$/))
  .map(([word]) => word)

const capitalized = (word: string) => word[0]!.toUpperCase() + word.slice(1)

describe('a word that shares nothing but its stem with another', () => {
  /** How two strangers end that have one stem. */
  const endings = fc.constantFrom<readonly [string, string]>(
    ['al', 'ic'],
    ['y', 'i'],
    ['ication', 'icism'],
    ['ity', 'e'],
    ['ation', 'al'],
    ['er', 'ive'],
  )

  test('is found alone, and marked alone, however often the notes say the other', async () => {
    await fc.assert(
      fc.asyncProperty(beginning, endings, fc.boolean(), async (start, [one, other], isQuoted) => {
        const [asked, stranger] = [start + one, start + other]
        const talks = [talkOn('asked', asked, 1), talkOn('stranger', stranger, 6)]
        const { answer, ids, marked } = await ask(isQuoted ? `"${asked}"` : asked, talks)
        expect(answer.kind).toBe('found')
        expect(ids).toEqual(['asked'])
        expect(marked).toContain(asked)
        expect(marked).not.toContain(stranger)
      }),
      { numRuns: runs(60) },
    )
  })

  test('is not answered with the other, if the notes have that alone', async () => {
    await fc.assert(
      fc.asyncProperty(beginning, endings, async (start, [one, other]) => {
        for (const question of [start + one, `"${start + one}"`, `what about ${start + one}?`]) {
          const { answer, marked } = await ask(question, [talkOn('stranger', start + other)], {
            spelling: false,
          })
          expect(answer.kind).toBe('none')
          expect(marked).toEqual([])
        }
      }),
      { numRuns: runs(40) },
    )
  })
})

test('a name whose last letter is a capital is no plural', async () => {
  await fc.assert(
    fc.asyncProperty(beginning, async (word) => {
      const name = `${word.slice(0, 3)}${word.slice(3).toUpperCase()}S`
      const talks = [talkOn('plural', name.toLowerCase().slice(0, -1), 5), talkOn('name', name, 1)]
      expect((await ask(name, talks)).ids).toEqual(['name'])
      expect((await ask(name.toLowerCase(), talks)).ids).toEqual(['name'])
      expect((await ask(name, talks.slice(0, 1), { spelling: false })).answer.kind).toBe('none')
    }),
    { numRuns: runs(40) },
  )
})

test.each([
  ['news', 'new'],
  ['pasted', 'past'],
])('“%s” is not answered with “%s”', async (asked, other) => {
  const talks = [talkOn('asked', asked, 1), talkOn('other', other, 5)]
  expect((await ask(asked, talks)).ids).toEqual(['asked'])
  expect((await ask(asked, talks.slice(1))).answer.kind).toBe('none')
})

test('a speaker is not taken for a word that looks like a form of the name', async () => {
  const woods = makeTalk('speaker', { title: 'Trees', speakers: [{ name: 'Ada Woods' }] })
  const wood = talkOn('wood', 'wood', 5)
  expect((await ask('Woods', [woods, wood])).ids).toEqual(['speaker'])
  expect((await ask('wood', [woods, wood])).ids).toEqual(['wood'])
})

test('the word as typed comes before its inflections, and these before what is derived of it', async () => {
  await fc.assert(
    fc.asyncProperty(beginning, async (word) => {
      const talks = [talkOn('derived', `${word}ment`), talkOn('plural', `${word}s`), talkOn('typed', word)]
      const { ids, marked } = await ask(word, talks)
      expect(ids.slice(0, 2)).toEqual(['typed', 'plural'])
      expect((await ask(`${word}s`, talks)).ids.slice(0, 2)).toEqual(['plural', 'typed'])
      expect(marked).toContain(`${word}s`)
    }),
    { numRuns: runs(40) },
  )
})

test('an adjective is found in another degree, unless the notes have it as typed or it is quoted', async () => {
  const talks = [talkOn('plain', 'cheap'), talkOn('other', 'rope')]
  expect((await ask('cheapest', talks)).ids).toEqual(['plain'])
  expect((await ask('cheapest', talks)).answer.kind).toBe('found')
  expect((await ask('"cheapest"', talks)).answer.kind).toBe('unsure')
  expect((await ask('cheapest', [...talks, talkOn('most', 'cheapest')])).ids).toEqual(['most'])
})

describe('what is to be taken as it is typed', () => {
  const friends = [
    makeTalk('and', { title: 'Friends and family', summary: passage('Ask friends and family.') }),
    makeTalk('their', {
      title: 'On company',
      summary: passage('Their friends, and the family of a friend.'),
    }),
  ]

  test.each([
    ['"their friends"', ['their']],
    ['"friends and family"', ['and']],
    ['"family of a"', ['their']],
    ['"the family of a friend"', ['their']],
  ])('%s stands in %j', async (question, ids) => {
    const found = await ask(question, friends)
    expect(found.answer.kind).toBe('found')
    expect(found.ids).toEqual(ids)
  })

  test.each(['"friends family"', '"friend and family"', '"our friends"', '"and their friends"'])(
    '%s stands nowhere',
    async (question) => {
      const { answer } = await ask(question, friends)
      expect(answer.kind).not.toBe('found')
      expect(answer.notices).toMatchObject([{ kind: 'unknown-phrase' }])
    },
  )

  test('any run of the words of a text is found as a phrase, and none with a function word more or less', async () => {
    const small = fc.constantFrom('the', 'of', 'and', 'to', 'a', 'in', 'their', 'not')
    const content = fc.constantFrom('harbour', 'ships', 'sail', 'lanterns', 'rope')
    const words = fc.array(fc.oneof(small, content), { minLength: 3, maxLength: 14 })
    await fc.assert(
      fc.asyncProperty(words, fc.nat(), fc.nat(), small, async (text, from, length, extra) => {
        const start = from % text.length
        const phrase = text.slice(start, start + 2 + (length % 4))
        const isIn = (wanted: readonly string[]) => ` ${text.join(' ')} `.includes(` ${wanted.join(' ')} `)
        const talks = [makeTalk('text', { title: 'Evening', summary: passage(text.join(' ')) })]
        const place = 1 + (length % phrase.length)
        for (const wanted of [phrase, phrase.toSpliced(place, 0, extra)]) {
          if (!wanted.some((word) => word.length > 3 && word !== 'their')) continue
          const { answer } = await ask(`"${wanted.join(' ')}"`, talks)
          const lacks = answer.notices.some(({ kind }) => kind === 'unknown-phrase')
          expect(!lacks, wanted.join(' ')).toBe(isIn(wanted))
        }
      }),
      { numRuns: runs(150) },
    )
  })

  test('an exact question holds for the words themselves', async () => {
    const talks = [talkOn('plural', 'lanterns', 5), talkOn('typed', 'lantern', 1)]
    const { ids, marked } = await ask('lantern', talks, { spelling: false })
    expect(ids).toEqual(['typed'])
    expect(new Set(marked)).toEqual(new Set(['lantern']))
    expect((await ask('lanterns', talks.slice(1), { spelling: false })).answer.kind).toBe('none')
  })

  test('what a word excludes is any inflection of it, and what quotes exclude is the word', async () => {
    const talks = ['lantern', 'lanterns', 'rope'].map((word) =>
      talkOn(word, `harbour ${word}`, 1, { title: 'Evening' }),
    )
    expect((await ask('harbour -lantern', talks)).ids).toEqual(['rope'])
    expect((await ask('harbour -"lantern"', talks)).ids.toSorted()).toEqual(['lanterns', 'rope'])
  })
})

describe('a correction', () => {
  test.each([
    ['Jython', 'Cython'],
    ['CPython', 'Cython'],
    ['cpython', 'cython'],
    ['PyPl', 'PyPI'],
    ['PyPy', 'PyPI'],
  ])('of %s to %s is offered, not answered', async (asked, known) => {
    const python = makeTalk('python', { title: 'Python' })
    const { answer } = await ask(asked, [talkOn('known', known, 3, { tags: [known.toLowerCase()] }), python])
    expect(answer.kind).toBe('none')
    expect(answer.suggestions).toContain(`${known}?`)
  })

  test('is written as the notes write it, with a capital if it was typed with one', async () => {
    const talks = [makeTalk('known', { title: 'Schlüssel', speakers: [{ name: 'Ada Müller' }] })]
    const { answer } = await ask('was sagt Ada Müllr über schlüsel?', talks)
    expect(answer).toMatchObject({ didYouMean: { question: 'was sagt Ada Müller über schlüssel?' } })
  })

  test('of an ordinary word is never taken for what was meant, and offered only to who asks for little else', async () => {
    const ordinary = 'internet keyboard quantity surfing cheaper layers colour hackathons webinar'.split(' ')
    const letter = fc.constantFrom(...'aeioulnrst')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ordinary), fc.nat(20), letter, async (word, at, other) => {
        const place = 1 + (at % (word.length - 1))
        const near = word.slice(0, place) + other + word.slice(place + 1)
        const talks = [
          talkOn('near', near, 3, { tags: [near] }),
          talkOn('about', 'harbour lantern rope boat'),
        ]
        fc.pre(near !== word)
        const { answer: alone } = await ask(word, talks)
        expect([alone.kind, alone.results]).toEqual(['none', []])
        const { answer } = await ask(`${word} harbour lantern rope boat`, talks)
        expect(answer).not.toHaveProperty('didYouMean')
      }),
      { numRuns: runs(100) },
    )
  })

  test('that changes the first letter is offered for any word', async () => {
    const letter = fc.constantFrom(...'bcdfghjklmnpqrstvwz')
    await fc.assert(
      fc.asyncProperty(beginning, letter, async (word, first) => {
        const name = `${word}eth`
        const asked = first + name.slice(1)
        fc.pre(asked !== name)
        const { answer } = await ask(asked, [talkOn('known', name)])
        expect(answer.kind).toBe('none')
        expect(answer.suggestions[0]).toBe(`${name}?`)
      }),
      { numRuns: runs(40) },
    )
  })

  test('of two letters or more is taken for what was meant only where English is asked in', async () => {
    const talks = [talkOn('known', 'lanterns and boathouses')]
    const didYouMean = async (question: string) => (await ask(question, talks)).answer
    expect(await didYouMean('anything said on lanterns and boithoses?')).toMatchObject({
      didYouMean: { isAnswered: true },
    })
    expect(await didYouMean('was wird zu lanterns und boithoses gesagt?')).not.toMatchObject({
      didYouMean: { isAnswered: true },
    })
    expect(await didYouMean('was wird zu lanterns und boathuses gesagt?')).toMatchObject({
      didYouMean: { isAnswered: true },
    })
  })

  test('that may be another name bears out what the rest of the question finds', async () => {
    const talks = [talkOn('known', 'cython', 2, { tags: ['cython'], title: 'Cython and harbour lanterns' })]
    const { answer, ids } = await ask('jython harbour lanterns', talks)
    expect(ids).toEqual(['known'])
    expect(answer).toMatchObject({
      didYouMean: { question: 'cython harbour lanterns', isAnswered: false },
    })
  })
})

describe('names', () => {
  test('a part of a name of three humps is found where nothing better is', async () => {
    const names = makeTalk('names', { title: 'Odd names', summary: passage('Set FirstExampleHeader last.') })
    for (const part of ['header', 'example header', 'ExampleHeader', 'FirstExample', 'FirstExampleHeader'])
      expect((await ask(part, [names])).ids, part).toEqual(['names'])
    const word = makeTalk('word', { title: 'Odd words', summary: passage('Set the header last.') })
    expect((await ask('header', [names, word])).ids[0]).toBe('word')
  })

  test('a whole word comes before a part of one', async () => {
    await fc.assert(
      fc.asyncProperty(beginning, async (word) => {
        const name = `x${capitalized(word)}`
        const talks = [talkOn('part', name), talkOn('whole', word)]
        expect((await ask(word, talks)).ids[0]).toBe('whole')
        expect((await ask(name, talks)).ids[0]).toBe('part')
      }),
      { numRuns: runs(40) },
    )
  })
})

describe('a title', () => {
  const small = fc.constantFrom(
    'who',
    'is',
    'to',
    'be',
    'or',
    'not',
    'what',
    'the',
    'it',
    'how',
    'and',
    'why',
  )

  test('is found though it is all small words, and first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(small, { minLength: 2, maxLength: 7 }), async (words) => {
        const title = capitalized(words.join(' '))
        const talks = [makeTalk('title', { title }), talkOn('other', `${words.join(' ')} harbour`, 4)]
        for (const question of [title, title.toLowerCase(), `${title}?`]) {
          const { answer, ids } = await ask(question, talks)
          expect(answer.kind, question).toBe('found')
          expect(ids[0]).toBe('title')
        }
      }),
      { numRuns: runs(60) },
    )
  })

  test('that is written as the question comes before one with other capitals', async () => {
    const talks = ['Cache rules all', 'Cache Rules All', 'cache - rules all'].map((title, place) =>
      makeTalk(`t${place}`, { title }),
    )
    expect((await ask('Cache Rules All', talks)).ids[0]).toBe('t1')
    expect((await ask('cache - rules all', talks)).ids[0]).toBe('t2')
  })

  test('excludes nothing by a dash between its words', async () => {
    const dash = fc.constantFrom(' -', ' –', ' —', ' - ', ' -- ', '-')
    await fc.assert(
      fc.asyncProperty(beginning, beginning, dash, async (one, other, between) => {
        const title = `${one}${between}${other} lanterns`
        const { answer, ids } = await ask(title, [makeTalk('title', { title })])
        expect(answer.kind).toBe('found')
        expect(ids).toEqual(['title'])
      }),
      { numRuns: runs(60) },
    )
  })
})

test('invisible characters change nothing, wherever they are', async () => {
  const invisible = fc.constantFrom('\u00ad', '\u200b', '\u200d', '\u2060', '\ufeff', '\u200e', '\ufe0f')
  await fc.assert(
    fc.asyncProperty(beginning, invisible, fc.nat(), async (word, sign, at) => {
      const place = at % (word.length + 1)
      const odd = word.slice(0, place) + sign + word.slice(place)
      for (const [asked, written] of [
        [odd, word],
        [word, odd],
        [`"here ${odd}"`, word],
        [`tag:${odd}`, word],
        [word, capitalized(odd)],
      ] as const) {
        const { answer, ids } = await ask(asked, [talkOn('it', written, 1, { tags: [written] })])
        expect(answer.kind, asked).toBe('found')
        expect(ids).toEqual(['it'])
      }
    }),
    { numRuns: runs(60) },
  )
})

describe('emoji', () => {
  const emoji = fc.constantFrom('🐍', '🎉', '❤️', '👩🏽‍💻', '🇮🇹', '🚀')

  test('in notes and tags can be asked for', async () => {
    await fc.assert(
      fc.asyncProperty(emoji, async (sign) => {
        const talks = [talkOn('it', `${sign} snakes`, 1), talkOn('tag', 'birds', 1, { tags: [sign] })]
        const { answer, ids } = await ask(sign, talks)
        expect(answer.kind).toBe('found')
        expect(ids.toSorted()).toEqual(['it', 'tag'])
        expect((await ask(`tag:${sign}`, talks)).ids).toEqual(['tag'])
      }),
    )
  })

  test('that the notes lack changes nothing of a question', async () => {
    const talks = [talkOn('it', 'snakes')]
    expect((await ask('snakes 🙏', talks)).answer.kind).toBe('found')
    expect((await ask('🙏', talks)).answer).toMatchObject({ kind: 'none', reason: 'no-words' })
  })
})
