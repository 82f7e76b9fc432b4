/**
 * English verbs whose past and participle no rule makes of them, each with these. A stem finds one of them by another only if they
 * begin alike: who asks what was said of leaving is told why somebody left. Verbs that only hold a sentence together are left out.
 */
export const irregularVerbList: readonly (readonly string[])[] = `
  arise, arose, arisen
  beat, beaten
  become, became
  begin, began, begun
  bend, bent
  bind, bound
  bite, bitten
  bleed, bled
  blow, blew, blown
  break, broke, broken
  breed, bred
  bring, brought
  build, built, rebuilt
  buy, bought
  catch, caught
  choose, chose, chosen
  cling, clung
  creep, crept
  deal, dealt
  dig, dug
  draw, drew, drawn
  drink, drank, drunk
  drive, drove, driven
  eat, ate, eaten
  fall, fell, fallen
  feed, fed
  feel, felt
  fight, fought
  find, found
  flee, fled
  fly, flew, flown
  forbid, forbade, forbidden
  forget, forgot, forgotten
  forgive, forgave, forgiven
  freeze, froze, frozen
  grind, ground
  grow, grew, grown
  hang, hung
  hide, hid, hidden
  hold, held
  keep, kept
  know, knew, known
  lead, led
  leave, left
  lend, lent
  lose, lost
  meet, met
  mislead, misled
  mistake, mistook, mistaken
  overcome, overcame
  oversee, oversaw, overseen
  pay, paid
  rewrite, rewrote, rewritten
  ride, rode, ridden
  ring, rang, rung
  rise, rose, risen
  run, ran
  seek, sought
  sell, sold
  send, sent
  shake, shook, shaken
  shine, shone
  shoot, shot
  shrink, shrank, shrunk
  sing, sang, sung
  sink, sank, sunk
  sleep, slept
  slide, slid
  speak, spoke, spoken
  speed, sped
  spend, spent
  spin, spun
  spring, sprang, sprung
  stand, stood
  steal, stole, stolen
  stick, stuck
  strike, struck
  strive, strove, striven
  swear, swore, sworn
  sweep, swept
  swim, swam, swum
  swing, swung
  teach, taught
  tear, tore, torn
  tell, told
  think, thought
  throw, threw, thrown
  understand, understood
  wake, woke, woken
  wear, wore, worn
  weave, wove, woven
  win, won
  withdraw, withdrew, withdrawn
  write, wrote, written
`
  .trim()
  .split('\n')
  .map((group) => group.trim().split(', '))
