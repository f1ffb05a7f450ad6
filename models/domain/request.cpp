// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/request.h"

namespace Domain {

namespace {

struct AccountOf
{
    AccountId operator()(const TakeSnapshot &request) const { return request.source.account; }
    AccountId operator()(const RollBack &request) const { return request.target.account; }
    AccountId operator()(const RemoveSnapshot &request) const { return request.snapshot.account; }
    AccountId operator()(const RenameSnapshot &request) const { return request.snapshot.account; }
    AccountId operator()(const ProtectSnapshot &request) const { return request.snapshot.account; }
    AccountId operator()(const SetPower &request) const { return request.server.account; }
    AccountId operator()(const SaveImage &request) const { return request.snapshot.account; }
    AccountId operator()(const CreateServer &request) const { return request.snapshot.account; }
    AccountId operator()(const CreateVolume &request) const { return request.snapshot.account; }
};

} // namespace

AccountId accountOf(const Request &request)
{
    return std::visit(AccountOf{}, request);
}

} // namespace Domain
