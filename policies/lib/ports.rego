# METADATA
# title: Ports
# description: |
#   Ranges of open ports are lists of [from, to]. The named sets follow the service names of the IANA registry and the default
#   ports of the engines that AWS offers.
# related_resources:
#   - ref: https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml
package hipaa.lib.ports

ssh := {22}

rdp := {3389}

http := {80}

ftp := {20, 21}

# NetBIOS, SMB, NFS, CIFS.
file_sharing := {137, 138, 139, 445, 2049, 3020}

# Telnet, VNC listener and server, Windows remote management.
remote_control := {23, 5500, 5900, 5985, 5986}

# SQL Server, Oracle, MySQL, PostgreSQL, Redshift; Cassandra, MongoDB, Neptune, etcd, CouchDB; Redis, Memcached, Kafka,
# ZooKeeper; Elasticsearch, Kibana.
databases := {
	1433, 1434, 1521, 2383, 2483, 2484, 3306, 5432, 5439,
	2379, 2380, 5984, 7000, 7001, 7199, 8182, 8888, 9042, 9160, 27017, 27018, 27019, 61620, 61621,
	2181, 6379, 9092, 9094, 9096, 9098, 11211, 11214, 11215,
	5601, 9200, 9300,
}

# Every port that a control of its own judges.
named := ((ssh | rdp) | (http | ftp)) | (file_sharing | (remote_control | databases))

# Whether an ingress fact opens every port; port 0 is reserved.
every_port(ingress) if {
	ingress.state == "open"
	some range in ingress.ports
	range[0] <= 1
	range[1] >= 65535
}

# Whether one of these ports is open.
any_of(ranges, ports) if {
	some range in ranges
	some port in ports
	port >= range[0]
	port <= range[1]
}

# Whether a port is open that is none of these.
beyond(ranges, ports) if {
	some range in ranges
	inside := {port | some port in ports; port >= range[0]; port <= range[1]}
	(range[1] - range[0]) + 1 > count(inside)
}
