import type { Handle } from "#db/client";
import * as alerts from "#db/seed/alerts";
import * as methods from "#db/seed/contact-methods";
import * as documents from "#db/seed/documents";
import { type Draft, newDraft } from "#db/seed/draft";
import * as drills from "#db/seed/drills";
import * as entries from "#db/seed/entries";
import * as overrides from "#db/seed/overrides";
import * as people from "#db/seed/people";
import * as records from "#db/seed/records";
import * as rotations from "#db/seed/rotations";
import * as services from "#db/seed/services";
import * as signatures from "#db/seed/signatures";
import * as teams from "#db/seed/teams";
import * as tokens from "#db/seed/tokens";
import * as watches from "#db/seed/watches";

/**
 * One thing at a time, written with its history in one transaction. A test states only what matters to it;
 * everything else has a default, and every name is unique. `at` is when it happened, `longAgo` unless given.
 */
export const createPerson = written(people.draftPerson);
export const makeAdministrator = written(people.makeAdministrator);
export const editPerson = written(people.editPerson);
export const deactivatePerson = written(people.deactivatePerson);
export const rememberSeen = written(people.rememberSeen);

export const createTeam = written(teams.draftTeam);
export const joinTeam = written(teams.joinTeam);
export const leaveTeam = written(teams.leaveTeam);
export const changeRole = written(teams.changeRole);
export const changeManager = written(teams.changeManager);
export const editTeam = written(teams.editTeam);
export const renameTeam = written(teams.renameTeam);
export const retireTeam = written(teams.retireTeam);

export const createService = written(services.draftService);
export const transferService = written(services.transferService);
export const editService = written(services.editService);
export const renameService = written(services.renameService);
export const retireService = written(services.retireService);
export const declareExpert = written(services.declareExpert);
export const starService = written(services.starService);

export const createEntry = written(entries.draftEntry);
export const createDependency = written(entries.draftDependency);

export const createRotation = written(rotations.draftRotation);
export const changeRotation = written(rotations.changeRotation);
export const renameRotation = written(rotations.renameRotation);
export const retireRotation = written(rotations.retireRotation);

export const createOverride = written(overrides.draftOverride);
export const createCoverRequest = written(overrides.draftCoverRequest);
export const claimCoverRequest = written(overrides.claimCoverRequest);
export const withdrawCoverRequest = written(overrides.withdrawCoverRequest);
export const swapShifts = written(overrides.swapShifts);

export const createAbsence = written(people.draftAbsence);
export const createShadow = written(watches.draftShadow);
export const createHandoffNote = written(watches.draftHandoffNote);
export const createEscalation = written(watches.draftEscalation);
export const markReady = written(watches.markReady);

export const createDocument = written(documents.draftDocument);
export const saveRevision = written(documents.saveRevision);
export const moveDocument = written(documents.moveDocument);
export const retireDocument = written(documents.retireDocument);
export const createReview = written(documents.draftReview);
export const createMark = written(documents.draftMark);
export const createSuggestion = written(documents.draftSuggestion);
export const followDocument = written(documents.followDocument);
export const createSignature = written(signatures.draftSignature);

export const createRule = written(alerts.draftRule);
export const createAlert = written(alerts.draftAlert);
export const tellOfAlert = written(alerts.tell);
export const createMaintenance = written(alerts.draftMaintenance);
export const createHeartbeat = written(alerts.draftHeartbeat);
export const createIntakeKey = written(alerts.draftIntakeKey);
export const createIntakeName = written(alerts.draftIntakeName);
export const createChange = written(alerts.draftChange);

export const createContactMethod = written(methods.draftContactMethod);
export const createDrill = written(drills.draftDrill);

export const tellOfManager = written(records.tellOfManager);
export const noteOnRecord = written(records.noteOnRecord);
export const shareRecord = written(records.shareRecord);
export const readRecord = written(records.readRecord);
export const createCriterion = written(records.draftCriterion);
export const linkCriterion = written(records.linkCriterion);

export const createToken = written(tokens.draftToken);

function written<Arguments extends unknown[], Made>(make: (draft: Draft, ...rest: Arguments) => Made) {
  return async (handle: Handle, ...rest: Arguments): Promise<Made> => {
    const draft = newDraft();
    const made = make(draft, ...rest);
    await draft.save(handle);
    return made;
  };
}
