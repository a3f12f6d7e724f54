/** Every rule, by id. One file each; a contract test holds file, id, test and documentation together. */
import type { Rule } from '../rule.ts';
import { activityPlan } from './activity-plan.ts';
import { adHocRequest } from './ad-hoc-request.ts';
import { addressee } from './addressee.ts';
import { allSubmitted } from './all-submitted.ts';
import { annualReview } from './annual-review.ts';
import { blocTeamComposition } from './bloc-team-composition.ts';
import { commendation } from './commendation.ts';
import { duplicateIssue } from './duplicate-issue.ts';
import { establishingDecision } from './establishing-decision.ts';
import { grassrootsTeamSize } from './grassroots-team-size.ts';
import { knownSender } from './known-sender.ts';
import { membershipReview } from './membership-review.ts';
import { monthlyBriefing } from './monthly-briefing.ts';
import { monthlySummaries } from './monthly-summaries.ts';
import { opinionStreams } from './opinion-streams.ts';
import { personInTwoCommittees } from './person-in-two-committees.ts';
import { qualityAttestation } from './quality-attestation.ts';
import { reportChannel } from './report-channel.ts';
import { reportDeadline } from './report-deadline.ts';
import { representedUnit } from './represented-unit.ts';
import { tasksAndSolutions } from './tasks-and-solutions.ts';
import { teamCounts } from './team-counts.ts';
import { teamEstablished } from './team-established.ts';
import { term } from './term.ts';
import { totalsTie } from './totals-tie.ts';
import { training } from './training.ts';
import { upperTeamSize } from './upper-team-size.ts';
import { workingRegulation } from './working-regulation.ts';

const all: readonly Rule[] = [
  activityPlan,
  adHocRequest,
  addressee,
  allSubmitted,
  annualReview,
  blocTeamComposition,
  commendation,
  duplicateIssue,
  establishingDecision,
  grassrootsTeamSize,
  knownSender,
  membershipReview,
  monthlyBriefing,
  monthlySummaries,
  opinionStreams,
  personInTwoCommittees,
  qualityAttestation,
  reportChannel,
  reportDeadline,
  representedUnit,
  tasksAndSolutions,
  teamCounts,
  teamEstablished,
  term,
  totalsTie,
  training,
  upperTeamSize,
  workingRegulation,
];

export const rules: ReadonlyMap<string, Rule> = new Map(all.map((rule) => [rule.id, rule]));
