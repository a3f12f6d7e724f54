/** Every rule, by id. One file each; a contract test holds file, id, test and documentation together. */
import type { Rule } from '../rule.ts';
import { activityPlan } from './activity-plan.ts';
import { adHocRequest } from './ad-hoc-request.ts';
import { addressee } from './addressee.ts';
import { allSubmitted } from './all-submitted.ts';
import { annualReview } from './annual-review.ts';
import { blocTeamComposition } from './bloc-team-composition.ts';
import { citation } from './citation.ts';
import { classificationMark } from './classification-mark.ts';
import { commendation } from './commendation.ts';
import { duplicateIssue } from './duplicate-issue.ts';
import { duplicateName } from './duplicate-name.ts';
import { errorValue } from './error-value.ts';
import { establishingDecision } from './establishing-decision.ts';
import { formulaNotCalculated } from './formula-not-calculated.ts';
import { grassrootsTeamSize } from './grassroots-team-size.ts';
import { hiddenContent } from './hidden-content.ts';
import { knownSender } from './known-sender.ts';
import { legacyFont } from './legacy-font.ts';
import { membershipReview } from './membership-review.ts';
import { missingColumn } from './missing-column.ts';
import { monthlyBriefing } from './monthly-briefing.ts';
import { monthlySummaries } from './monthly-summaries.ts';
import { nameFormat } from './name-format.ts';
import { opinionStreams } from './opinion-streams.ts';
import { personInTwoCommittees } from './person-in-two-committees.ts';
import { personalIdentifier } from './personal-identifier.ts';
import { qualityAttestation } from './quality-attestation.ts';
import { refusedColumn } from './refused-column.ts';
import { reportChannel } from './report-channel.ts';
import { reportDeadline } from './report-deadline.ts';
import { representedUnit } from './represented-unit.ts';
import { requiredCell } from './required-cell.ts';
import { smallGroup } from './small-group.ts';
import { strayCell } from './stray-cell.ts';
import { tasksAndSolutions } from './tasks-and-solutions.ts';
import { teamCounts } from './team-counts.ts';
import { teamEstablished } from './team-established.ts';
import { templateVersion } from './template-version.ts';
import { term } from './term.ts';
import { textDate } from './text-date.ts';
import { totalsTie } from './totals-tie.ts';
import { training } from './training.ts';
import { unknownWorkbook } from './unknown-workbook.ts';
import { upperTeamSize } from './upper-team-size.ts';
import { vocabulary } from './vocabulary.ts';
import { workingRegulation } from './working-regulation.ts';
import { wrongOrganisation } from './wrong-organisation.ts';
import { wrongPeriod } from './wrong-period.ts';

const all: readonly Rule[] = [
  activityPlan,
  adHocRequest,
  addressee,
  allSubmitted,
  annualReview,
  blocTeamComposition,
  citation,
  classificationMark,
  commendation,
  duplicateIssue,
  duplicateName,
  errorValue,
  establishingDecision,
  formulaNotCalculated,
  grassrootsTeamSize,
  hiddenContent,
  knownSender,
  legacyFont,
  membershipReview,
  missingColumn,
  monthlyBriefing,
  monthlySummaries,
  nameFormat,
  opinionStreams,
  personInTwoCommittees,
  personalIdentifier,
  qualityAttestation,
  refusedColumn,
  reportChannel,
  reportDeadline,
  representedUnit,
  requiredCell,
  smallGroup,
  strayCell,
  tasksAndSolutions,
  teamCounts,
  teamEstablished,
  templateVersion,
  term,
  textDate,
  totalsTie,
  training,
  unknownWorkbook,
  upperTeamSize,
  vocabulary,
  workingRegulation,
  wrongOrganisation,
  wrongPeriod,
];

export const rules: ReadonlyMap<string, Rule> = new Map(all.map((rule) => [rule.id, rule]));
