import { expect, test } from 'vitest'
import { createLunrEngine } from '../../../src/search/lunr-engine.ts'
import { maxGrowth } from '../../helpers/growth.ts'
import { makeCorpus, makeTalk } from '../../helpers/make-talk.ts'
import { createWorkMeter } from '../../helpers/work-meter.ts'

const workOf = createWorkMeter()

test.each(['event:har', 'room:pi'])(
  '%s is completed by work that grows as the number of names',
  async (typed) => {
    const workFor = (count: number) => {
      const talks = Array.from({ length: count }, (_, number) =>
        makeTalk(`talk-${number}`, {
          event: { id: `harbour-${number}`, name: 'HarbourConf' },
          room: `Pier ${number}`,
        }),
      )
      const engine = createLunrEngine(makeCorpus(...talks))
      return workOf(() => engine.suggest(typed, 8))
    }
    await workFor(100)
    expect((await workFor(400)) / (await workFor(100))).toBeLessThan(maxGrowth)
  },
)
