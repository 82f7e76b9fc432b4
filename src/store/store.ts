/**
 * What Hallway remembers. One interface for every database; test/store/store-contract.ts holds each to it.
 *
 * - Every promise that resolves is durable: a write survives the end of the process and of the machine. Only of claimed
 *   deliveries may a machine that loses its power forget the last moments.
 * - Every method is safe to call from several processes at once, and each is idempotent, so the store itself repeats
 *   what a lost connection interrupted. What still fails rejects with a `StoreError`.
 * - Instants (`now`, `…At`) are epoch milliseconds by the caller's clock; dates are local ones, `YYYY-MM-DD`. If
 *   several hosts share a database, their clocks must agree to within a few seconds (leases last minutes).
 * - Every row but a lease belongs to a workspace (`teamId`), and `deleteWorkspace` leaves none of them.
 *
 * Three tables (tables.ts) keep older names: `hallway_events` has what Slack delivers (`DeliveryStore`; its `event` is a
 * `delivery`), `hallway_tip_deliveries` the posts of tips (`TipPostStore`; its `slot` is an `occasion`), and `hallway_feedback`
 * what people think of answers (`VerdictStore`). Versions that run side by side on one database know them by these.
 */
export interface Store
  extends DeliveryStore,
    TipSubscriptionStore,
    TipPostStore,
    VerdictStore,
    InstallationStore,
    LeaseStore {
  /**
   * Deletes all that is stored of a workspace, at once or not at all; of an organization, also of its workspaces that have no
   * installation of their own.
   */
  deleteWorkspace(teamId: string): Promise<void>
  /**
   * As `deleteWorkspace`. Without effect, and false, if there is an installation, unless it is the one that is over.
   * @param revision of that one. Default: none is known
   */
  deleteInstalled(teamId: string, revision?: string): Promise<boolean>
}

/** That a workspace, or an organization for its workspaces, has let Hallway in. What lets it in is sealed. */
export interface StoredInstallation {
  /** Slack's `T…`, or the `E…` of an organization. */
  readonly teamId: string
  readonly sealed: string
  /** Another one with each save. */
  readonly revision: string
}

export interface InstallationStore {
  /** Saves an installation in the place of any before. */
  saveInstallation(teamId: string, sealed: string): Promise<void>
  installation(teamId: string): Promise<StoredInstallation | undefined>
  installations(): Promise<readonly StoredInstallation[]>
  /** Replaces what is sealed of it. Without effect, and false, if it was replaced or deleted since it was read. */
  resealInstallation(installation: StoredInstallation, sealed: string): Promise<boolean>
  /**
   * The right to renew what lets Hallway in, for `leaseMs`: one statement, so exactly one of all callers has it. False if
   * another has it, or the installation was replaced since it was read.
   */
  claimRenewal(installation: StoredInstallation, now: number, leaseMs: number): Promise<boolean>
  /** Remembers that a workspace is let in by its organization. */
  saveOrganization(teamId: string, organizationId: string): Promise<void>
  organizationOf(teamId: string): Promise<string | undefined>
}

/** What one delivery of Slack's is known by, however often it comes. */
export interface DeliveryKey {
  readonly teamId: string
  /** `message:<channel>:<ts>`, `event:<id>` or `trigger:<id>`; of no workspace yet, `install:<hash>`. */
  readonly delivery: string
}

/** A question that is kept until it is answered. */
export interface KeptQuestion {
  /** What it takes to answer it, sealed: whoever wrote it reads it. */
  readonly question: string
  /** The process that answers it. */
  readonly keeper: string
}

/** One that is not answered yet. */
export interface OpenQuestion extends DeliveryKey, KeptQuestion {
  readonly claimedAt: number
  /** How often its keeper has said that it lives. */
  readonly beats: number
}

/** One that a process has taken over from another, which died. */
export interface TakenQuestion extends KeptQuestion, DeliveryKey {
  readonly claimedAt: number
  /** By how many processes it was begun, with this one. */
  readonly attempts: number
  /** Whether a reply may have been shown. */
  readonly isReplied: boolean
}

/**
 * What Slack delivers, claimed once. The question that it asks is part of its claim, so that neither is written without the
 * other, and is gone as soon as it is answered. Only its keeper can note a reply to it: of two that hold themselves for it, the
 * one that was too slow finds out before it replies.
 */
export interface DeliveryStore {
  /**
   * True for exactly one of all callers that claim the same delivery. It is remembered for `deliveriesKeptMs`, or `installsKeptMs`.
   */
  claimDelivery(teamId: string, delivery: string, now: number, kept?: KeptQuestion): Promise<boolean>
  /** Lets a delivery be claimed again: what it was claimed for did not come to pass. */
  forgetDelivery(teamId: string, delivery: string): Promise<void>
  /** Notes that a reply may be shown from now on, or that it certainly was not. False if another keeps the question by now. */
  noteReply(delivery: DeliveryKey, keeper: string, isReplied: boolean): Promise<boolean>
  /** Deletes a question: it is answered. Without effect if another keeps it by now. */
  deleteQuestion(delivery: DeliveryKey, keeper: string): Promise<void>
  /** Says that a keeper lives, to whoever looks at its questions. */
  beat(keeper: string): Promise<void>
  /** Leaves a question to whoever takes it over. Without effect if another keeps it by now; it counts as not begun. */
  leaveQuestion(delivery: DeliveryKey, keeper: string, heir: string): Promise<void>
  /**
   * Questions of all other keepers, at most `limit`, by their keepers' names.
   * @param beginnings by which they begin, as they are sealed: whoever else's there are, and however many, hide none. Default: all.
   */
  openQuestions(
    keeper: string,
    limit: number,
    beginnings?: readonly string[],
  ): Promise<readonly OpenQuestion[]>
  /** For one caller at most, and for none if its keeper has said since that it lives, or answered it. */
  takeQuestion(question: OpenQuestion, keeper: string): Promise<TakenQuestion | undefined>
}

/** How long a claimed delivery is remembered: far longer than Slack's last redelivery, about six minutes. */
export const deliveriesKeptMs = 24 * 60 * 60 * 1000

/**
 * How long a question is kept that nobody answers, since no process of its bot runs any more, or who asked cannot be told. The log
 * says that it is dropped.
 */
export const questionsKeptMs = 7 * deliveriesKeptMs

/**
 * How long a notice is kept that says what is to be deleted, while nobody can read it or act on it: a bot may be off for long, and a
 * lost key opens none. The log says that it is dropped; what it is about stays, for only what is known to be over is deleted.
 */
export const noticesKeptMs = 365 * deliveriesKeptMs

/** The keys begin so of events that are nobody's: if one is kept, it is a notice of what is to be deleted. */
export const nobodysPrefix = 'event:'

/** The keys begin so of installations that somebody came back from: they are of no workspace, and anybody can bring about any number. */
export const installsPrefix = 'install:'

/** How long those are remembered: by then their state is too old to be used again. */
export const installsKeptMs = 20 * 60 * 1000

/** How often those are removed that are older. */
export const pruneEveryMs = 10 * 60 * 1000

/** A channel or direct message in which tips appear. */
export interface TipChannel {
  readonly teamId: string
  /** Slack's `C…`, `G…` or `D…`. */
  readonly channelId: string
}

/** The standing order of a channel: at most one per channel. Turned off, it stays, and so does its rotation. */
export interface TipSubscription extends TipChannel {
  /** `paused`: Hallway stopped by itself, for `pauseReason`; saving the subscription starts it again. */
  readonly state: 'on' | 'off' | 'paused'
  readonly pauseReason?: string
  /** Any JSON value, as saved: whoever reads it parses it. */
  readonly settings: unknown
  /** The Slack user who saved it last, and who is told when tips cannot be posted. */
  readonly setUpBy: string
  /** Days in a row, so far, on which the tip could not be posted. */
  readonly failingDays: number
  /** When to look at it next, as `setNextTip` said; 0 if it was saved since, which means at once. */
  readonly nextAt: number
  /** Grows with each save: tells a decision about older settings from one about these. */
  readonly revision: number
}

export interface TipSubscriptionStore {
  /**
   * Makes the channel's subscription or replaces its settings: no longer paused, no failing days, due for a look at once.
   * With `ifRevision` only if it is still at that one, 0 if there is none: else without effect, and undefined.
   */
  saveTipSubscription(
    subscription: TipChannel &
      Pick<TipSubscription, 'settings' | 'setUpBy'> & { readonly state: 'on' | 'off' },
    ifRevision?: number,
  ): Promise<TipSubscription | undefined>
  tipSubscription(channel: TipChannel): Promise<TipSubscription | undefined>
  /** By channel alone, for the command line: more than one only if workspaces share the channel. */
  tipSubscriptionsOf(channelId: string): Promise<readonly TipSubscription[]>
  /**
   * The subscriptions that are worth a look: those that are `on` and whose `nextAt` has come, or was set by a clock that
   * has since been turned back; and those just turned `off`, until somebody looked (`setNextTip`). Longest due first. An
   * index answers it, so looking every few seconds costs next to nothing. `teamId`: of that workspace alone.
   */
  dueTipSubscriptions(now: number, teamId?: string): Promise<readonly TipSubscription[]>
  /** Says when to look again. Without effect, and false, if the subscription was saved since it was read. */
  setNextTip(subscription: TipSubscription, nextAt: number, now: number): Promise<boolean>
  /**
   * Counts a local date on which no tip could be posted; the same date counts once. Resolves to the number of days in
   * a row so far, 0 if there is no subscription.
   */
  countFailingDay(channel: TipChannel, date: string): Promise<number>
  /** A tip arrived: the count starts again. */
  clearFailingDays(channel: TipChannel): Promise<void>
  /** Pauses it; the reason is a sentence for people. Without effect, and false, if it was saved since it was read. */
  pauseTipSubscription(subscription: TipSubscription, reason: string): Promise<boolean>
}

/** One post to be made at most once. */
export interface TipOccasion extends TipChannel {
  /** The local date of a daily tip; for a tip on request anything else that names the request, e.g. its trigger id. */
  readonly occasion: string
}

/** Which tip is posted on an occasion. */
export interface TipPlan {
  readonly tipId: string
  readonly talkId: string
  /** Which round through the tips it belongs to, from 0. */
  readonly round: number
}

/** The right to post on an occasion, until it expires. */
export interface TipLease extends TipOccasion {
  /** 1 for the first; from 2 on an earlier attempt may have reached Slack, so look there before posting. */
  readonly attempt: number
  readonly expiresAt: number
  /** What an earlier attempt was about to post. */
  readonly planned?: TipPlan
  /** What an earlier attempt noted about its request to Slack, to find the post by. */
  readonly trace?: string
  /** Tells this lease from all others. */
  readonly holder: string
}

export type TipOutcome =
  /** `messageTs` is Slack's name for it, `appearsAt` when it appears if that is still to come. */
  | { readonly state: 'posted'; readonly messageTs: string; readonly appearsAt?: number | undefined }
  /** `skipped`: it was not to be posted any more. `failed`: Slack does not let us. The reason is for people. */
  | { readonly state: 'skipped' | 'failed'; readonly reason: string }

/** An occasion and what became of it. */
export interface TipRecord extends TipOccasion {
  /** `open`: claimed, and not yet known how it ended. */
  readonly state: 'open' | TipOutcome['state']
  readonly attempts: number
  readonly plan?: TipPlan
  readonly messageTs?: string
  /** When Slack shows it, if it was handed over ahead of that. */
  readonly appearsAt?: number
  readonly reason?: string
  /** When it was first claimed or recorded. */
  readonly createdAt: number
}

/** Where the rotation of a channel stands. Its seed needs no storing: team and channel make one. */
export interface TipRotation {
  /** The running round; 0 before the first tip. */
  readonly round: number
  /** The tips of this round that are posted or about to be, oldest first. */
  readonly tipIds: readonly string[]
  /** The talk of the last one, also across two rounds. */
  readonly lastTalkId?: string
}

/**
 * What becomes of an occasion, each step by one statement, since any process may take any:
 *
 * - not on record: `claimTip` makes it open, `skipTip` skipped.
 * - open: `planTip`, then Slack, then `finishTip` makes it posted, skipped or failed; `releaseTip` lets it be claimed again later,
 *   and `dropTip` strikes it from the record. Only the holder of the current lease can do these; for anybody else they are
 *   without effect.
 * - posted: `withdrawTip` strikes it from the record, if Slack gave it back.
 * - skipped, failed: nothing comes next.
 */
export interface TipPostStore {
  /**
   * Claims an occasion: one statement, so exactly one caller gets the lease. Undefined if another holds it, and if
   * it has its outcome already. A lease that expired goes to the next who asks, as its second attempt.
   */
  claimTip(occasion: TipOccasion, now: number, leaseMs: number): Promise<TipLease | undefined>
  /**
   * The channel's rotation. It is made from the record of posts, the only truth there is: what an open occasion
   * plans counts as posted, what failed or was skipped does not. `except` leaves out an occasion, to plan it again.
   */
  tipRotation(channel: TipChannel, except?: TipOccasion): Promise<TipRotation>
  /**
   * Records what will be posted, before it is. `taken`: another occasion of the channel has this tip in this round
   * (the database allows it only once) or was planned at the same instant: read the rotation again and choose again.
   * `lost`: no longer the holder, so do not post.
   */
  planTip(lease: TipLease, plan: TipPlan, trace?: string): Promise<'planned' | 'taken' | 'lost'>
  /** Records the outcome for good. False if the lease was lost: its new holder looks in Slack and records it. */
  finishTip(lease: TipLease, outcome: TipOutcome): Promise<boolean>
  /** Gives the lease back: from `retryAt` on the occasion can be claimed again, as a further attempt. */
  releaseTip(lease: TipLease, retryAt: number): Promise<boolean>
  /** Gives the lease back and strikes the occasion from the record, as if it had never been claimed. */
  dropTip(lease: TipLease): Promise<void>
  /** Records an occasion as skipped that nobody ever claimed. False if it is on record already. */
  skipTip(occasion: TipOccasion, reason: string, now: number): Promise<boolean>
  /**
   * Strikes a posted tip from the record, because Slack gave it back before it appeared: the occasion is as if it had never
   * been claimed. Without effect if the record is about another message.
   */
  withdrawTip(occasion: TipOccasion, messageTs: string): Promise<void>
  /** Posted tips that appear after `now`, soonest first: of one channel, of one workspace, or of all. */
  tipsToAppear(
    now: number,
    of?: Pick<TipChannel, 'teamId'> & Partial<TipChannel>,
  ): Promise<readonly TipRecord[]>
  /** Occasions of the channel that were claimed and have no outcome yet. */
  openTips(channel: TipChannel): Promise<readonly TipRecord[]>
  tipRecord(occasion: TipOccasion): Promise<TipRecord | undefined>
  /** The last records of a channel, newest first. */
  tipHistory(channel: TipChannel, limit: number): Promise<readonly TipRecord[]>
}

/** The right to do for all processes what only one should do at a time, such as indexing. */
export interface LeaseStore {
  /** Takes a lease that is free or has expired, or keeps one's own for longer. True for exactly one holder at a time. */
  holdLease(name: string, holder: string, now: number, leaseMs: number): Promise<boolean>
  /** Lets another have it at once. Without effect for anybody but its holder. */
  releaseLease(name: string, holder: string): Promise<void>
}

export interface Verdict {
  readonly teamId: string
  /** What it is about, e.g. `tip:<tip id>` or `answer:<channel>:<ts>`. */
  readonly subject: string
  readonly userId: string
  readonly verdict: 'useful' | 'not-useful'
}

/** How many people have judged what, and how. */
export interface VerdictCounts extends Pick<Verdict, 'teamId' | 'subject'> {
  readonly useful: number
  readonly notUseful: number
}

export interface VerdictStore {
  /**
   * One verdict per person and subject: the last one counts. Resolves to whether it is another one, or the same some time later, rather
   * than another click of who clicks twice.
   */
  saveVerdict(verdict: Verdict, now: number): Promise<boolean>
  /** Of everything that anybody has judged. */
  verdictCounts(): Promise<readonly VerdictCounts[]>
}
