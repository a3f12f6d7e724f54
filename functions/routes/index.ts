/** Every route there is: whatever is not listed here is denied. */
import type { Route } from '../route.ts';
import { acknowledgementDelete } from './acknowledgement-delete.ts';
import { acknowledgementList } from './acknowledgement-list.ts';
import { acknowledgementPut } from './acknowledgement-put.ts';
import { auditRead } from './audit-read.ts';
import { boardRead } from './board-read.ts';
import { chaserList } from './chaser-list.ts';
import { childDelete } from './child-delete.ts';
import { childList } from './child-list.ts';
import { childPut } from './child-put.ts';
import { configRead } from './config-read.ts';
import { extensionDelete } from './extension-delete.ts';
import { extensionPut } from './extension-put.ts';
import { healthLive } from './health-live.ts';
import { healthReady } from './health-ready.ts';
import { missingList } from './missing-list.ts';
import { openapi } from './openapi.ts';
import { profileRead } from './profile-read.ts';
import { proposalList } from './proposal-list.ts';
import { proposalPut } from './proposal-put.ts';
import { rehearsalRead } from './rehearsal-read.ts';
import { requestCreate } from './request-create.ts';
import { requestDelete } from './request-delete.ts';
import { requestExtensionDelete } from './request-extension-delete.ts';
import { requestExtensionPut } from './request-extension-put.ts';
import { requestList } from './request-list.ts';
import { submissionAnnotated } from './submission-annotated.ts';
import { submissionCreate } from './submission-create.ts';
import { submissionExclude } from './submission-exclude.ts';
import { submissionFindings } from './submission-findings.ts';
import { submissionHistory } from './submission-history.ts';
import { submissionInclude } from './submission-include.ts';
import { submissionList } from './submission-list.ts';
import { submissionOriginal } from './submission-original.ts';
import { submissionRead } from './submission-read.ts';
import { submissionRows } from './submission-rows.ts';
import { submissionWithdraw } from './submission-withdraw.ts';
import { summaryAggregate } from './summary-aggregate.ts';
import { summaryCancel } from './summary-cancel.ts';
import { summaryContent } from './summary-content.ts';
import { summaryCreate } from './summary-create.ts';
import { summaryList } from './summary-list.ts';
import { summaryRead } from './summary-read.ts';
import { summarySource } from './summary-source.ts';
import { summaryWorkbook } from './summary-workbook.ts';
import { templateRead } from './template-read.ts';
import { validate } from './validate.ts';
import { waiverExport } from './waiver-export.ts';
import { waiverImport } from './waiver-import.ts';

export const routes: readonly Route[] = [
  acknowledgementDelete,
  acknowledgementList,
  acknowledgementPut,
  auditRead,
  boardRead,
  chaserList,
  childDelete,
  childList,
  childPut,
  configRead,
  extensionDelete,
  extensionPut,
  healthLive,
  healthReady,
  missingList,
  openapi,
  profileRead,
  proposalList,
  proposalPut,
  rehearsalRead,
  requestCreate,
  requestDelete,
  requestExtensionDelete,
  requestExtensionPut,
  requestList,
  submissionAnnotated,
  submissionCreate,
  submissionExclude,
  submissionFindings,
  submissionHistory,
  submissionInclude,
  submissionList,
  submissionOriginal,
  submissionRead,
  submissionRows,
  submissionWithdraw,
  summaryAggregate,
  summaryCancel,
  summaryContent,
  summaryCreate,
  summaryList,
  summaryRead,
  summarySource,
  summaryWorkbook,
  templateRead,
  validate,
  waiverExport,
  waiverImport,
];
