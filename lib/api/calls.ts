import { alertCalls } from "#lib/api/alerts";
import type { Call } from "#lib/api/call";
import { importCatalogCall } from "#lib/api/catalog";
import { recordChangeCall } from "#lib/api/changes";
import { askForCoverCall, claimCoverCall, listCoverRequestsCall, withdrawCoverCall } from "#lib/api/cover-requests";
import { coverageCalls } from "#lib/api/coverage";
import { documentEvidenceCalls } from "#lib/api/document-evidence";
import { documentExchangeCalls } from "#lib/api/document-exchange";
import { documentCalls } from "#lib/api/documents";
import { heartbeatCalls } from "#lib/api/heartbeats";
import { intakeCalls } from "#lib/api/intake";
import { maintenanceCalls } from "#lib/api/maintenance";
import { endOverrideCall, listOverridesCall, makeOverrideCall, swapShiftsCall } from "#lib/api/overrides";
import { findPersonCall, listPeopleCall, putPersonCall } from "#lib/api/people";
import { findRecordCall } from "#lib/api/records";
import { findOnCallCall, findServiceOnCallCall, listPersonShiftsCall, listShiftsCall } from "#lib/api/rosters";
import { findRotationCall, listRotationsCall, putRotationCall } from "#lib/api/rotations";
import { searchCall, searchTextCall } from "#lib/api/search";
import {
  findDependenciesCall,
  findOwnershipCall,
  findServiceCall,
  listServicesCall,
  putServiceCall,
  retireServiceCall,
} from "#lib/api/services";
import { findSignatureCall, listSignaturesCall, putSignatureCall, retireSignatureCall } from "#lib/api/signatures";
import { findTeamCall, listTeamsCall, putTeamCall } from "#lib/api/teams";

/** Every call of the REST interface, in the order in which a reader meets them. */
export const calls: readonly Call[] = [
  listServicesCall,
  findServiceCall,
  putServiceCall,
  retireServiceCall,
  findOwnershipCall,
  findDependenciesCall,
  listTeamsCall,
  findTeamCall,
  putTeamCall,
  listPeopleCall,
  findPersonCall,
  putPersonCall,
  findRecordCall,
  listRotationsCall,
  findRotationCall,
  putRotationCall,
  listShiftsCall,
  findOnCallCall,
  findServiceOnCallCall,
  listPersonShiftsCall,
  listOverridesCall,
  makeOverrideCall,
  endOverrideCall,
  swapShiftsCall,
  listCoverRequestsCall,
  askForCoverCall,
  claimCoverCall,
  withdrawCoverCall,
  ...documentCalls,
  ...documentExchangeCalls,
  ...documentEvidenceCalls,
  listSignaturesCall,
  findSignatureCall,
  putSignatureCall,
  retireSignatureCall,
  ...alertCalls,
  ...intakeCalls,
  ...heartbeatCalls,
  ...maintenanceCalls,
  recordChangeCall,
  ...coverageCalls,
  searchCall,
  searchTextCall,
  importCatalogCall,
];
