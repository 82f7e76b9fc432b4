import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TipRotation } from '../../src/store/store.ts'
import { nextTip, tipAfter } from '../../src/tips/choose-tip.ts'
import { type Tip, tipsOf } from '../../src/tips/tip.ts'
import { campTalk } from '../corpora/camp.ts'
import { makeCorpus } from '../helpers/make-talk.ts'

const firstRotation: TipRotation = Object.freeze({ round: 0, tipIds: [] })

/** Talks named 0, 1, 2 …, each with as many takeaways as its size says. */
const tipsOfTalks = (sizes: readonly number[]) =>
  makeCorpus(
    ...sizes.map((size, talk) =>
      campTalk(
        `${talk}`,
        Array.from({ length: size }, (_, i) => `Tip ${i}`),
      ),
    ),
  ).talks.flatMap(tipsOf)

function draw(tips: readonly Tip[], count: number, seed: string, from: TipRotation = firstRotation) {
  const drawn: Tip[] = []
  let rotation = from
  for (let i = 0; i < count; i++) {
    const next = nextTip(tips, rotation, seed)!
    drawn.push(next.tip)
    // As after a restart: only what can be stored goes on.
    rotation = JSON.parse(JSON.stringify(next.rotation))
  }
  return { drawn, rotation }
}

const ids = (tips: readonly Tip[]) => tips.map(({ id }) => id)
const sizes = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 12 })
const sameTalk = (tips: readonly Tip[]) =>
  tips.filter((tip, i) => i > 0 && tip.talk.id === tips[i - 1]!.talk.id).length

describe('a rotation', () => {
  test('gives nothing where there are no tips', () => {
    expect(nextTip([], firstRotation, 'seed')).toBeUndefined()
  })

  test('is the same for the same seed, another for another, and another in the next round', () => {
    const tips = tipsOfTalks([5, 5, 5, 5])
    expect(ids(draw(tips, 40, 'a').drawn)).toEqual(ids(draw(tips, 40, 'a').drawn))
    expect(ids(draw(tips, 20, 'a').drawn)).not.toEqual(ids(draw(tips, 20, 'b').drawn))
    const { drawn } = draw(tips, 40, 'a')
    expect(ids(drawn.slice(20))).not.toEqual(ids(drawn.slice(0, 20)))
  })

  test('has this order, on every machine', () => {
    const { drawn } = draw(tipsOfTalks([2, 2, 2]), 6, 'T1/C1')
    expect(drawn.map(({ talk, passage }) => `${talk.title}: ${passage.text}`)).toMatchInlineSnapshot(`
      [
        "1: Tip 1",
        "0: Tip 0",
        "2: Tip 1",
        "0: Tip 1",
        "1: Tip 0",
        "2: Tip 0",
      ]
    `)
  })

  test('posts every tip exactly once a round, for any notes and seed', () => {
    fc.assert(
      fc.property(sizes, fc.string(), fc.integer({ min: 1, max: 3 }), (sizes, seed, rounds) => {
        const tips = tipsOfTalks(sizes)
        const { drawn } = draw(tips, tips.length * rounds, seed)
        for (let round = 0; round < rounds; round++) {
          const ofRound = drawn.slice(round * tips.length, (round + 1) * tips.length)
          expect(ids(ofRound).toSorted()).toEqual(ids(tips).toSorted())
        }
      }),
    )
  })

  test('has neighbours of one talk only as often as cannot be helped', () => {
    fc.assert(
      fc.property(sizes, fc.string(), (sizes, seed) => {
        const tips = tipsOfTalks(sizes)
        const largest = Math.max(...sizes)
        const unavoidable = Math.max(0, largest - (tips.length - largest) - 1)
        expect(sameTalk(draw(tips, tips.length, seed).drawn)).toBe(unavoidable)
      }),
    )
  })

  test('begins a round with another talk than the last round ended with, where there is another', () => {
    fc.assert(
      fc.property(sizes, fc.string(), (sizes, seed) => {
        const tips = tipsOfTalks(sizes)
        fc.pre(sizes.filter((size) => size > 0).length > 1)
        const { drawn } = draw(tips, tips.length + 1, seed)
        expect(drawn.at(-1)!.talk.id).not.toBe(drawn.at(-2)!.talk.id)
      }),
    )
  })

  test('never gives the same tip twice in a row if there is another, so that “another tip” is another one', () => {
    fc.assert(
      fc.property(sizes, fc.string(), (sizes, seed) => {
        const tips = tipsOfTalks(sizes)
        if (tips.length < 2) return
        const drawn = ids(draw(tips, tips.length * 6, seed).drawn)
        for (const [at, id] of drawn.entries()) expect(id).not.toBe(drawn[at - 1])
      }),
    )
  })

  test('repeats nothing before all were posted while notes come, go and change between any two posts', () => {
    const days = fc.array(fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), { maxLength: 60 })
    fc.assert(
      fc.property(days, fc.string(), (days, seed) => {
        const all = tipsOfTalks([5, 5, 5, 5])
        let rotation: TipRotation = firstRotation
        const posted = new Set<string>()
        for (const day of days) {
          const tips = all.filter((_, i) => day[i])
          const next = nextTip(tips, rotation, seed)
          if (!next) continue
          if (posted.has(next.tip.id)) {
            expect(tips.every(({ id }) => posted.has(id))).toBe(true)
            posted.clear()
          }
          posted.add(next.tip.id)
          rotation = JSON.parse(JSON.stringify(next.rotation))
        }
      }),
    )
  })

  test('lets new tips join the running round without moving the others, and gone ones leave it', () => {
    const [before, after] = [tipsOfTalks([1, 1, 1, 1, 1, 1]), tipsOfTalks([1, 1, 1, 1, 1, 1, 1])]
    const { drawn, rotation } = draw(before, 2, 'seed')
    const rest = draw(after, 5, 'seed', rotation).drawn
    expect(ids([...drawn, ...rest]).toSorted()).toEqual(ids(after).toSorted())
    const old = rest.filter(({ talk }) => talk.title !== '6')
    expect(ids(old)).toEqual(ids(draw(before, 4, 'seed', rotation).drawn))
  })
})

describe('going on from tip to tip', () => {
  test('leads through all, and begins again', () => {
    fc.assert(
      fc.property(sizes, fc.string(), (talks, seed) => {
        const tips = tipsOfTalks(talks)
        const [first] = tips
        if (first === undefined || tips.length === 1) return
        const seen = [first.id]
        for (let i = 1; i < tips.length; i++) seen.push(tipAfter(tips, seen.at(-1)!, seed)!.id)
        expect(seen.toSorted()).toEqual(ids(tips).toSorted())
        expect(tipAfter(tips, seen.at(-1)!, seed)!.id).toBe(first.id)
      }),
    )
  })

  test('has somewhere to go from a tip that is gone, and nowhere from the only one', () => {
    const [only] = tipsOfTalks([1])
    expect(tipAfter([only!], 'pycamp-2020/gone#0', 'seed')).toBe(only)
    expect(tipAfter([only!], only!.id, 'seed')).toBeUndefined()
  })
})
