import { describe, expect, test } from 'vitest'
import { createClock } from '../../src/tips/clock.ts'
import { openHallway, seen } from './open-hallway.ts'

/** Always Monday, 23 November 2026, at noon in London. */
const mondayNoon = { ...createClock(), now: () => Date.UTC(2026, 10, 23, 12) }

async function open() {
  const opened = await openHallway({ clock: mondayNoon })
  const { workspace, privateReply, store } = opened
  let said = 0
  return {
    ...opened,
    /** What Hallway answers, to who types it, to `/talks tips …`. */
    async tips(words: string, channel = '#talks') {
      await workspace.command('/talks', `tips ${words}`, channel)
      said += 1
      return seen(await privateReply(channel, said))
    },
    subscription: (channel = '#talks') =>
      store.tipSubscription({ teamId: workspace.teamId, channelId: workspace.channel(channel).id }),
  }
}

test.each(['is_archived', 'restricted_action', 'internal_error'])(
  'who cannot be told how tips stand, for %s, hears that the settings are saved, not that it failed',
  async (error) => {
    const { workspace, tips, subscription } = await open()
    workspace.fail('chat.postEphemeral', { error })
    expect(await tips('at 17:00')).toBe(
      'The settings of the daily tips are saved, though my answer may not have reached you. /talks tips status says what holds.',
    )
    expect(await subscription()).toMatchObject({ settings: { time: '17:00' } })
  },
)

test('who is told that saving failed has the settings from before', async () => {
  const { store, tips, subscription } = await open()
  await tips('at 9:30')
  const save = store.saveTipSubscription
  Object.assign(store, { saveTipSubscription: () => Promise.reject(new Error('The disk is full')) })
  expect(await tips('at 17:00')).toContain('could not answer')
  Object.assign(store, { saveTipSubscription: save })
  expect(await subscription()).toMatchObject({ settings: { time: '09:30' } })
})

test('if settings are saved and cannot be read after that, it is said that they are saved', async () => {
  const { store, tips, subscription } = await open()
  const read = store.tipRecord
  const save = store.saveTipSubscription
  Object.assign(store, {
    async saveTipSubscription(...given: Parameters<typeof save>) {
      Object.assign(store, { tipRecord: () => Promise.reject(new Error('The disk fails')) })
      return save(...given)
    },
  })
  expect(await tips('on mondays at 17:00')).toContain('are saved')
  Object.assign(store, { tipRecord: read })
  expect(await subscription()).toMatchObject({ settings: { time: '17:00', weekdays: [1] } })
})

describe('/talks tips by words', () => {
  test('switches tips on and says what that means and when the next one comes', async () => {
    const { tips, subscription, workspace } = await open()
    expect(await tips('on weekdays at 9:30 Europe/London')).toBe(
      '**Daily tips are on.** Weekdays at 9:30 (Europe/London), from all notes. Next: Tuesday 24 November, 9:30.\n(Settings)',
    )
    expect(await subscription()).toMatchObject({ state: 'on', setUpBy: workspace.you.id })
    expect(workspace.messages('#talks').filter((message) => message.bot_id)).toEqual([])
  })

  test('takes the person’s own time zone', async () => {
    const { tips, subscription } = await open()
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    expect(await tips('on')).toContain(`(${timeZone})`)
    expect(await subscription()).toMatchObject({ settings: { zone: timeZone, time: '09:00' } })
  })

  test('takes UTC where Slack does not tell the zone, and the log says so', async () => {
    const { tips, workspace, log } = await open()
    workspace.fail('users.info', { error: 'missing_scope' })
    expect(await tips('on')).toContain('(UTC)')
    expect(log.join()).toMatch(/The time zone of U0LOCAL001 could not be read/)
  })

  test('changes what is named and leaves the rest', async () => {
    const { tips } = await open()
    await tips('on weekdays at 9:30 Europe/Rome')
    expect(await tips('skip holidays in Italy')).toContain(
      'Weekdays at 9:30 (Europe/Rome), except public holidays in Italy',
    )
    expect(await tips('about rigging')).toContain(
      'except public holidays in Italy, from talks about rigging.',
    )
    expect(await tips('at 17:00')).toMatch(
      /^\*\*Daily tips are on\.\*\* Weekdays at 17:00 \(Europe\/Rome\), .* about rigging\./,
    )
    expect(await tips('include holidays')).toMatch(
      /Weekdays at 17:00 \(Europe\/Rome\), from .*\nChanged: on public holidays too \(was not on public holidays in Italy\)\./,
    )
  })

  test('tells how tips stand, and switches them off', async () => {
    const { tips, subscription } = await open()
    expect(await tips('status')).toMatch(/^\*\*No daily tips are set up here\.\*\* \/talks tips on posts one/)
    expect(await tips('off')).toMatch(/^\*\*No daily tips are set up here\./)
    await tips('on daily at 8:00 UTC')
    expect(await tips('status')).toContain(
      'Every day at 8:00 (UTC), from all notes. Next: Tuesday 24 November, 8:00.',
    )
    expect(await tips('off')).toMatch(/^\*\*Daily tips are off\.\*\*/)
    expect(await subscription()).toMatchObject({ state: 'off' })
    expect(await tips('on')).toContain('Every day at 8:00 (UTC)')
  })

  test('says why tips have stopped by themselves, and resumes them', async () => {
    const { tips, subscription, store } = await open()
    await tips('on at 8:00 UTC')
    await store.pauseTipSubscription((await subscription())!, 'The channel was closed for a while.')
    expect(await tips('status')).toBe(
      '**Daily tips have stopped.** The channel was closed for a while. /talks tips on starts them again.\n(Settings)',
    )
    expect(await tips('on')).toContain('**Daily tips are on.**')
    expect(await subscription()).toMatchObject({ state: 'on' })
  })

  test.each([
    ['by quay', /^\*\*Daily tips are off\.\*\*.*from talks by Bo Quay\./],
    ['on from harbourconf', /^\*\*Daily tips are on\.\*\*.*from HarbourConf 2019\./],
  ])('“%s” sets the only name that has these words', async (words, reply) => {
    const { tips } = await open()
    expect(await tips(words)).toMatch(reply)
  })

  test.each([
    ['on about riging', 'No talk with takeaways has the tag “riging”. Did you mean “rigging”?'],
    ['on by Bo Kuay', 'No talk with takeaways is by “Bo Kuay”. Did you mean “Bo Quay”?'],
    [
      'on from harbour-2018',
      'The notes hold no takeaways of an event “harbour-2018”. Did you mean “HarbourConf 2019”?',
    ],
    ['on skip holidays in Atlantis', /^I know no public holidays of “Atlantis”/],
  ])('“%s” is refused with what to try, and nothing is saved', async (words, reply) => {
    const { tips, subscription } = await open()
    expect(await tips(words)).toMatch(reply)
    expect(await subscription()).toBeUndefined()
  })

  test('what can be said is told to who asks for help', async () => {
    const { tips } = await open()
    expect(await tips('help')).toMatch(
      /^Say \/talks tips and one of these, .+\n- \/talks tips on weekdays at 9:30\n/,
    )
  })

  test('what is not understood is answered with examples, and the notes are one click away', async () => {
    const { tips, workspace, privateReply } = await open()
    expect(await tips('for rigging with kites')).toMatch(
      /^I did not understand “for rigging with kites” about the daily tips\. These I do:\n- \/talks tips on weekdays at 9:30\n/,
    )
    await workspace.click(await privateReply('#talks'), 'ask_0')
    expect(seen(await privateReply('#talks', 2))).toContain('Kites for programmers')
  })

  test.each(['at 25:00', 'on weekdays at 9:60', 'at 13pm in Rome'])(
    '“%s” names no time of day, which is said',
    async (words) => {
      const { tips } = await open()
      expect(await tips(words)).toMatch(
        /^“(?:25:00|9:60|13pm)” is no time of day\. Say one such as 17:00 or 8am\./,
      )
    },
  )

  test('in a channel that Hallway is not in, saves all the same and says what to do', async () => {
    const { tips, subscription, workspace } = await open()
    expect(await tips('on at 8:00 UTC', '#random')).toContain(
      'But I am not in #C0LOCAL003 yet, so nothing can appear there: type /invite @Hallway there.',
    )
    expect(await subscription('#random')).toMatchObject({ state: 'on' })
    expect(workspace.ephemerals('#random')).toHaveLength(1)
  })

  test('what is a setting and a question is offered as a question where Hallway is not, too', async () => {
    const { tips } = await open()
    await tips('on at 8:00 UTC', '#random')
    expect(await tips('about rigging', '#random')).toMatch(
      /But I am not in #C0LOCAL003 yet.*\n.*\(Settings\)\n\(Search: tips about rigging\)$/s,
    )
  })

  test('in a conversation of other people, nothing is switched on', async () => {
    const { tips, subscription, workspace } = await open()
    workspace.fail('chat.postEphemeral', { error: 'channel_not_found' })
    expect(await tips('on', 'dm')).toMatch(
      /^\*\*Daily tips are off\.\*\*.*say “tips on” to me in a direct message/s,
    )
    expect(await subscription('dm')).toMatchObject({ state: 'off' })
  })
})

describe('tips now', () => {
  test('posts one for all, and then another', async () => {
    const { workspace } = await open()
    await workspace.command('/talks', 'tips now', '#talks')
    await workspace.command('/talks', 'tips now', '#talks')
    const tips = await workspace.until(() => {
      const posted = workspace.messages('#talks').filter((message) => message.bot_id)
      return posted.length === 2 && posted
    }, 'two tips')
    expect(tips[0]!.text).toMatch(/^Tip: /)
    expect(tips[0]!.text).not.toBe(tips[1]!.text)
    expect(workspace.ephemerals('#talks')).toEqual([])
  })

  test('says what to do where Hallway may not post', async () => {
    const { tips } = await open()
    expect(await tips('now', '#random')).toBe(
      'I cannot post here, because I am not in that channel. Invite me there with /invite @Hallway.',
    )
  })
})

describe('in a direct message', () => {
  test('tips are set up by words, for the person', async () => {
    const { workspace, answerTo, subscription } = await open()
    const { ts } = await workspace.say('dm', 'Tips on weekends at 10:00 UTC')
    expect(seen(await answerTo('dm', ts))).toContain('Weekends at 10:00 (UTC)')
    expect(await subscription('dm')).toMatchObject({ state: 'on' })
  })

  test('“tips” tells how they stand, with a button to the settings', async () => {
    const { workspace, answerTo } = await open()
    const { ts } = await workspace.say('dm', 'tips')
    await workspace.click(await answerTo('dm', ts), 'tip_settings')
    const [view] = await workspace.until(() => workspace.views().length > 0 && workspace.views(), 'a modal')
    expect(seen({ blocks: view!.blocks.slice(0, 1), text: '' })).toContain('for you, in this direct message')
  })

  test('“tips now” posts one there', async () => {
    const { workspace } = await open()
    await workspace.say('dm', 'tips now')
    await workspace.until(
      () => workspace.messages('dm').some(({ text }) => text.startsWith('Tip: ')),
      'a tip',
    )
  })
})

test('help speaks of tips', async () => {
  const { workspace, privateReply } = await open()
  await workspace.command('/talks', 'help', '#general')
  expect(seen(await privateReply('#general'))).toContain('/talks tips')
})

test.each([
  'tips off.',
  'stop tips',
  '`Unsubscribe`',
  'disable',
  'turn off',
  'please turn off the daily tips!',
])('%j stops the tips of a channel and of a direct message', async (words) => {
  const { tips, subscription, workspace, answerTo } = await open()
  await tips('on at 8:00 UTC')
  const mention = await workspace.say('#talks', `@Hallway ${words}`)
  expect(seen(await answerTo('#talks', mention.ts))).toMatch(/^\*\*Daily tips are off/)
  expect(await subscription()).toMatchObject({ state: 'off' })
  const on = await workspace.say('dm', 'tips on at 8:00 UTC')
  await answerTo('dm', on.ts)
  const off = await workspace.say('dm', words)
  expect(seen(await answerTo('dm', off.ts))).toMatch(/^\*\*Daily tips are off/)
  expect(await subscription('dm')).toMatchObject({ state: 'off' })
})

describe('pauses and days off', () => {
  test('a pause says until when, and ends by words or by a click', async () => {
    const { tips, workspace, privateReply } = await open()
    await tips('on weekdays at 9:30 UTC')
    expect(await tips('pause until 5 January')).toBe(
      '**Daily tips are paused until Tuesday 5 January 2027.** Weekdays at 9:30 (UTC), from all notes. ' +
        'Next: Tuesday 5 January, 9:30. /talks tips resume ends the pause.\n' +
        'Changed: paused until Tuesday 5 January 2027 (was not paused).\n(Resume now) (Settings)',
    )
    await workspace.click(await privateReply('#talks', 2), 'say_tips_0')
    expect(seen(await privateReply('#talks', 3))).toBe(
      '**Daily tips are on.** Weekdays at 9:30 (UTC), from all notes. Next: Tuesday 24 November, 9:30.\n' +
        'Changed: not paused (was paused until Tuesday 5 January 2027).\n(Settings)',
    )
  })

  test('days off are set, listed and taken back', async () => {
    const { tips } = await open()
    expect(await tips('days off')).toMatch(/^No days off are set here\. \/talks tips off on /)
    await tips('on weekdays at 9:30 UTC')
    expect(await tips('skip tomorrow')).toContain('Next: Wednesday 25 November, 9:30.')
    expect(await tips('off on 24 Dec to 1 Jan')).toContain(
      'Changed: off on 24 December 2026 to 1 January 2027.',
    )
    expect(await tips('status')).toContain(
      'Days off: Tuesday 24 November 2026 and 24 December 2026 to 1 January 2027.',
    )
    expect(await tips('days off')).toMatch(/^Days off: Tuesday 24 November 2026 and 24 December 2026 to /)
    expect(await tips('remove tomorrow')).toContain('Changed: no longer off on Tuesday 24 November 2026.')
    expect(await tips('remove all days off')).toContain('no longer off on 24 December 2026 to 1 January 2027')
  })

  test('every other week', async () => {
    const { tips } = await open()
    expect(await tips('every other tuesday at 9:30 UTC')).toContain(
      'Tuesdays every other week at 9:30 (UTC), from all notes. Next: Tuesday 24 November, 9:30.',
    )
    expect(await tips('skip tomorrow')).toContain('Next: Tuesday 8 December, 9:30.')
  })

  test('where tips are off or nobody set them up, there is nothing to pause', async () => {
    const { tips, subscription } = await open()
    expect(await tips('pause for a week')).toMatch(
      /^No daily tips are set up here, so there is nothing to pause/,
    )
    expect(await tips('resume')).toMatch(/^No daily tips are set up here, so there is nothing to resume/)
    expect(await subscription()).toBeUndefined()
    await tips('on')
    await tips('off')
    expect(await tips('pause for a week')).toMatch(/^Daily tips are off, so there is nothing to pause/)
  })

  test('of two dates that may be meant each is a click away, and nothing was changed before', async () => {
    const { tips, workspace, privateReply } = await open()
    await tips('on weekdays at 9:30 UTC')
    expect(await tips('pause until 5/1, about rigging')).toBe(
      '“5/1” may be Tuesday 5 January 2027 or Saturday 1 May 2027. Nothing was changed: which one do you mean?\n' +
        '(Tuesday 5 January 2027) (Saturday 1 May 2027)',
    )
    await workspace.click(await privateReply('#talks', 2), 'say_tips_1')
    expect(seen(await privateReply('#talks', 3))).toContain(
      'Changed: from talks about rigging (was from all notes); paused until Saturday 1 May 2027 (was not paused).',
    )
  })

  test('by a mention and in a direct message they are understood without “tips” before them', async () => {
    const { tips, workspace, answerTo } = await open()
    await tips('on weekdays at 9:30 UTC')
    const mention = await workspace.say('#talks', '@Hallway pause the tips for two weeks!')
    expect(seen(await answerTo('#talks', mention.ts))).toMatch(
      /^\*\*Daily tips are paused until Monday 7 December/,
    )
    const message = await workspace.say('dm', 'No tips until Monday.')
    expect(seen(await answerTo('dm', message.ts))).toMatch(/^No daily tips are set up here/)
  })
})

test('“tips about …” says what was changed also where tips are on, and offers the question', async () => {
  const { tips } = await open()
  await tips('on weekdays at 9:30 UTC')
  expect(await tips('about rigging')).toBe(
    '**Daily tips are on.** Weekdays at 9:30 (UTC), from talks about rigging. Next: Tuesday 24 November, 9:30.\n' +
      'Changed: from talks about rigging (was from all notes).\n(Settings)\n(Search: tips about rigging)',
  )
  expect(await tips('about rigging')).toContain('Nothing changed.')
})

test('“tips about …” says what was stored, and offers the question that it may have been', async () => {
  const { tips, subscription, workspace, privateReply } = await open()
  expect(await tips('about rigging')).toMatch(/starts them: Weekdays at 9:00 .* from talks about rigging\./)
  expect(seen(await privateReply('#talks'))).toContain(
    'Stored for when tips are on: from talks about rigging.',
  )
  expect(await subscription()).toMatchObject({ state: 'off', settings: { filter: { tags: ['rigging'] } } })
  await workspace.click(await privateReply('#talks'), 'ask_0')
  expect(seen(await privateReply('#talks', 2))).toContain('Full notes')
})

test('small talk gets a short word, never a quotation', async () => {
  const { workspace, answerTo } = await open()
  const nice = await workspace.say('dm', 'ok, nice!')
  expect(seen(await answerTo('dm', nice.ts))).toContain('Ask me whenever you like')
  const { ts } = await workspace.say('dm', 'Thanks a lot!')
  expect(seen(await answerTo('dm', ts))).toBe('You’re welcome.')
  const help = await workspace.say('dm', 'What can you do?')
  expect(seen(await answerTo('dm', help.ts))).toContain('A direct message needs nothing but the question.')
})

test('a zone can be a city, and one of several is asked for', async () => {
  const { tips, subscription, workspace, privateReply } = await open()
  expect(await tips('on m-f 9:30 IST')).toMatch(
    /^“IST” is the time of several places\. Nothing was changed: .*Asia\/Kolkata/,
  )
  expect(await subscription()).toBeUndefined()
  await workspace.click(await privateReply('#talks'), 'say_tips_1')
  expect(seen(await privateReply('#talks', 2))).toContain('Weekdays at 9:30 (Europe/Dublin)')
  await workspace.command('/talks', 'tips on tue/thu 9:30 Berlin', '#talks')
  expect(seen(await privateReply('#talks', 3))).toContain('Tuesdays and Thursdays at 9:30 (Europe/Berlin)')
})
