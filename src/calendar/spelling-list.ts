/** How people write days and times in a hurry, and as they are read. */
export const spellingsOfDays: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tomorrow: 'tmrw tmrrw tmrow tmr tmw tomoz tmro 2moro 2morrow 2mro 2mrw tommorow tommorrow tomorow',
    today: '2day tdy tday',
    tonight: '2nite tonite 2night tnite',
    yesterday: 'yday ystd ysterday',
    wednesday: 'weds wendesday wensday',
    now: 'rn atm',
    when: 'wehn whne',
    where: 'wher whre wehre',
    minutes: 'mins',
    the: 'teh',
    next: 'nxt',
    hours: 'hrs',
  }).flatMap(([word, written]) => written.split(' ').map((one) => [one, word] as const)),
)
