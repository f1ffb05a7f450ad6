# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: Snapdeck contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Part of ./dev: what the tour on a real cloud works on there. Made before it and removed after it,
# however it ends, with the cloud's own client.

# As app/realtour.cpp knows them.
tour_server=web-1
tour_volume=db-data
tour_snapshot='db-data before the move'

cloud() { openstack --os-cloud "$OS_CLOUD" "$@"; }

# One that somebody else made must not be taken for the tour's own.
names_are_free() {
    local kind name names
    for kind in server volume; do
        name=tour_$kind
        names=$(cloud "$kind" list -f value -c Name)
        ! grep -qxF "${!name}" <<<"$names" \
            || fail "The project has a $kind ${!name} already, and the tour would make another." \
                "Name a cloud or project where there is none."
    done
}

# A service that is being started again is no reason to leave something behind.
stubbornly() { "$@" || { sleep 10 && "$@"; }; }

wait_for() {
    local wanted=$1 status='' tries
    shift
    for ((tries = 0; tries < 60; ++tries)); do
        status=$(cloud "$@" -f value -c status | tr '[:upper:]' '[:lower:]')
        [[ $status != "$wanted" ]] || return 0
        [[ $status != error ]] || break
        sleep 1
    done
    fail "The tour needs it $wanted, and it is ${status:-not told}: openstack $*"
}

# Their ids are known before anything that can fail is waited for.
make_what_the_tour_needs() {
    local image flavor
    has openstack || fail "The tour of a real cloud needs its client, openstack (python-openstackclient)."
    names_are_free
    say "making $tour_volume and $tour_server on $OS_CLOUD; they are removed again"
    made_volume='' made_server=''
    at_end remove_what_the_tour_made
    made_volume=$(cloud volume create --size 1 "$tour_volume" -f value -c id)
    image=$(cloud image list --public --status active --long --sort size:asc --limit 1 -f value -c ID)
    flavor=$(cloud flavor list --sort-column RAM -f value -c ID | awk 'NR == 1')
    made_server=$(cloud --os-compute-api-version 2.90 server create --image "$image" --flavor "$flavor" --nic none \
        "$tour_server" -f value -c id)
    [[ -n $made_volume && -n $made_server ]] || fail "The cloud made no $tour_volume or no $tour_server."
    wait_for available volume show "$made_volume"
    cloud volume snapshot create --volume "$made_volume" "$tour_snapshot" >/dev/null
    wait_for active server show "$made_server"
    # Where a test cloud is told so, its copies take long enough to be seen.
    cloud server set --property delay=6 "$made_server"
}

remove_what_the_tour_made() {
    local images=''
    say "removing what the tour made on $OS_CLOUD"
    if [[ -n $made_server ]]; then
        images=$(stubbornly cloud image list --property "instance_uuid=$made_server" -f value -c ID) || true
        stubbornly cloud server delete --wait "$made_server" || say "the server $made_server is left"
    fi
    # shellcheck disable=SC2086 # one word an image
    [[ -z $images ]] || stubbornly cloud image delete $images || say "images are left:" $images
    [[ -z $made_volume ]] || stubbornly cloud volume delete --purge "$made_volume" \
        || say "the volume $made_volume is left"
}
