// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/request.h"
#include "domain/result.h"
#include "domain/secret.h"

namespace Domain {

/// Asynchronous work at the provider that has to be followed.
struct RemoteTask
{
    RemoteTaskId id; ///< empty where the API gives none: followed by its request alone
    Request request;
    std::optional<SnapshotId> made; ///< the snapshot that is being made, once known
    std::optional<ResourceId> server = {}; ///< the server that is being made, once known
    std::optional<ResourceId> volume = {}; ///< the volume that is being made, once known
    std::optional<ImageId> image = {}; ///< the template that is being made, once known

    friend bool operator==(const RemoteTask &, const RemoteTask &) = default;
};

/// What a request's answer told. Not comparable: it may carry a password.
struct Accepted
{
    RemoteTask task;
    Secret password; ///< of a rebuilt or new server; shown once, never stored. Empty mostly.
    QString requestId = {}; ///< what the vendor's support asks for; empty where it tells none
};

enum class TaskState {
    Running,
    Succeeded,
    Failed,
    CanNotTell, ///< the API shows no end, and the time it usually takes is over
};

/// How a remote task stands.
struct TaskProgress
{
    TaskState state = TaskState::Running;
    std::optional<int> percent; ///< 0..100 where the provider tells
    std::optional<SnapshotId> made;
    Error error; ///< when Failed or CanNotTell
    std::optional<ResourceId> server = {}; ///< of a CreateServer, once known
    std::optional<ResourceId> volume = {}; ///< of a CreateVolume, once known

    friend bool operator==(const TaskProgress &, const TaskProgress &) = default;
};

enum class Trace {
    NotFound, ///< proven: the request had no effect
    Found, ///< it took effect; `task` goes on from there
    CanNotTell, ///< the API leaves no trace: only a person can decide
};

/// What became of a request whose answer was lost.
struct Finding
{
    Trace trace = Trace::CanNotTell;
    RemoteTask task;

    friend bool operator==(const Finding &, const Finding &) = default;
};

} // namespace Domain
